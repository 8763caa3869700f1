"""The network: the base encoder, a learned mix of its layers, and one linear or biaffine head per question."""
import torch
import torch.nn as nn
import torch.nn.functional as F

from base_model import Base


class Layer(nn.Module):
    def __init__(self, base: Base, index: int):
        super().__init__()
        self.heads = base.heads
        hidden, inner = base.hidden, base.inner
        shapes = {"q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden), "ao": (hidden, hidden), "fi": (inner, hidden), "fo": (hidden, inner)}
        for name, (out, size) in shapes.items():
            linear = nn.Linear(size, out)
            linear.weight.data = torch.tensor(base.tensor(f"l{index}.{name}.w")).view(out, size)
            linear.bias.data = torch.tensor(base.tensor(f"l{index}.{name}.b"))
            setattr(self, name, linear)
        for name in ("aln", "oln"):
            norm = nn.LayerNorm(hidden, eps=1e-12)
            norm.weight.data = torch.tensor(base.tensor(f"l{index}.{name}.w"))
            norm.bias.data = torch.tensor(base.tensor(f"l{index}.{name}.b"))
            setattr(self, name, norm)

    def forward(self, x, mask, drop):
        batch, length, hidden = x.shape
        split = lambda t: t.view(batch, length, self.heads, -1).transpose(1, 2)
        scores = split(self.q(x) * (hidden // self.heads) ** -0.5) @ split(self.k(x)).transpose(2, 3) + mask
        seen = torch.softmax(scores, -1) @ split(self.v(x))
        seen = seen.transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + F.dropout(self.ao(seen), drop, self.training))
        return self.oln(x + F.dropout(self.fo(F.gelu(self.fi(x))), drop, self.training))


class Encoder(nn.Module):
    def __init__(self, base: Base, layers: int, keep):
        super().__init__()
        words = torch.tensor(base.tensor("emb.word")).view(-1, base.hidden)[torch.tensor(keep)]
        self.register_buffer("word", words.clone())
        place = torch.tensor(base.tensor("emb.pos")).view(-1, base.hidden) + torch.tensor(base.tensor("emb.type"))[: base.hidden]
        self.register_buffer("place", place)
        self.norm = nn.LayerNorm(base.hidden, eps=1e-12)
        self.norm.weight.data = torch.tensor(base.tensor("emb.ln.w"))
        self.norm.bias.data = torch.tensor(base.tensor("emb.ln.b"))
        self.layers = nn.ModuleList([Layer(base, i) for i in range(layers)])

    def forward(self, ids, real, drop):
        x = self.norm(self.word[ids] + self.place[: ids.shape[1]])
        mask = torch.zeros(real.shape, dtype=torch.float32).masked_fill(~real, -1e4)[:, None, None, :]
        outputs = [x]
        for layer in self.layers:
            x = layer(x, mask.to(torch.bfloat16) if torch.is_autocast_cpu_enabled() else mask.to(x.dtype), drop)
            outputs.append(x)
        return outputs


# What the layers are mixed for, one learned mix each.
MIXES = ("tree", "names", "acts", "vector")
ACT, ROLE = 256, 96


class Reader(nn.Module):
    def __init__(self, base: Base, keep, sizes, layers=12, arc=256, label=128):
        super().__init__()
        hidden = base.hidden
        self.encoder = Encoder(base, layers, keep)
        self.mixes = nn.Parameter(torch.zeros(len(MIXES), layers + 1))
        self.scale = nn.Parameter(torch.ones(len(MIXES)))
        self.style = nn.Embedding(sizes["styles"], hidden)
        nn.init.normal_(self.style.weight, std=0.02)
        self.upos = nn.Linear(hidden, sizes["upos"])
        self.feats = nn.Linear(hidden, sizes["feats"])
        self.lemma = nn.Linear(hidden, sizes["lemma"])
        self.names = nn.Linear(hidden, 9)
        self.arc_dep, self.arc_head = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.lab_dep, self.lab_head = nn.Linear(hidden, label), nn.Linear(hidden, label)
        self.arc_w = nn.Parameter(torch.randn(arc, arc) / arc)
        self.arc_b = nn.Parameter(torch.zeros(arc))
        self.lab_w = nn.Linear(label, sizes["rels"] * label, bias=False)
        nn.init.normal_(self.lab_w.weight, std=1 / label)
        self.lab_d, self.lab_h = nn.Linear(label, sizes["rels"]), nn.Linear(label, sizes["rels"], bias=False)
        self.vector = nn.Linear(hidden, hidden)
        self.act_in = nn.Linear(hidden, ACT)
        self.act_type, self.act_kind = nn.Linear(ACT, sizes["types"]), nn.Linear(ACT, sizes["kinds"])
        self.act_status = nn.Linear(ACT, sizes["statuses"])
        self.role_act, self.role_word = nn.Linear(hidden, ROLE), nn.Linear(hidden, ROLE)
        self.role_w = nn.Linear(ROLE, 4 * ROLE, bias=False)
        nn.init.normal_(self.role_w.weight, std=1 / ROLE)
        self.role_d = nn.Linear(ROLE, 4)
        self.root_in, self.root = nn.Linear(2 * hidden, ACT), nn.Linear(ACT, sizes["types"])

    def mixed(self, outputs, which):
        weights = torch.softmax(self.mixes[which], 0) * self.scale[which]
        return sum(w * o.float() for w, o in zip(weights, outputs))

    def words(self, x, first):
        return x.gather(1, first[..., None].expand(-1, -1, x.shape[-1]))

    def arcs(self, x):
        dep, head = F.relu(self.arc_dep(x)), F.relu(self.arc_head(x))
        dep, head = F.dropout(dep, 0.2, self.training), F.dropout(head, 0.2, self.training)
        return dep @ self.arc_w @ head.transpose(1, 2) + (head @ self.arc_b)[:, None, :]

    def labels(self, x, heads):
        """Scores of relations, [batch, words, relations], for given heads (indices into the words, 0 = root)."""
        dep = F.dropout(F.relu(self.lab_dep(x)), 0.2, self.training)
        head = F.dropout(F.relu(self.lab_head(x)), 0.2, self.training)
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        product = self.lab_w(head).view(*head.shape[:2], -1, head.shape[-1])
        return torch.einsum("bnrd,bnd->bnr", product, dep.to(product.dtype)) + self.lab_d(dep) + self.lab_h(head)

    def rows(self, outputs, first, which):
        """One row for the root and one for each word: a mix of the layers at its first sub-word."""
        return self.words(self.mixed(outputs, which), first)

    def sentence(self, outputs, first, there):
        """The sentence's vector, from the mean of its rows: taught to repeat the untuned base's, less the mean of all."""
        return self.vector(mean(self.rows(outputs, first, 3), there))

    def acts(self, x):
        """Per word what act it may be: scores of types, of kinds (family/stage) and of statuses."""
        inner = F.dropout(F.gelu(self.act_in(x)), 0.2, self.training)
        return self.act_type(inner), self.act_kind(inner), self.act_status(inner)

    def roles(self, x, acts):
        """Scores [batch, acts, words, 4] of none, actor, recipient, other of each word towards the acts' words."""
        act = F.dropout(F.relu(self.role_act(x)), 0.2, self.training)
        word = F.dropout(F.relu(self.role_word(x)), 0.2, self.training)
        act = act.gather(1, acts[..., None].expand(-1, -1, act.shape[-1]))
        product = self.role_w(act).view(*act.shape[:2], 4, -1)
        return torch.einsum("bakd,bwd->bawk", product, word.to(product.dtype)) + self.role_d(word)[:, None]

    def whole(self, x, there):
        """Scores of types for the sentence as a whole, from the rows of mix 2."""
        both = F.dropout(torch.cat([x[:, 0], mean(x, there)], -1), 0.2, self.training)
        return self.root(F.dropout(F.gelu(self.root_in(both)), 0.2, self.training))


def mean(x, there):
    return (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
