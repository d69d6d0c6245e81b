"""A second verifier of draws, which follows docs/verify-a-draw.md, with nothing but the standard library of Python 3.

Its author had written the first one before, so agreement shows that page and programs fit, not that two people read them alike.

verify_draw.py VECTORS...: for each vector of each file one line of JSON, [name, sorted codes].
verify_draw.py --primitives FILE: what of the primitives is computed otherwise, one line each.
"""
import base64
import hashlib
import json
import math
import re
import sys
from datetime import datetime, timedelta, timezone

LAST = 2**53 - 1


class Malformed(Exception):
    pass


def demand(condition):
    if not condition:
        raise Malformed()


# --- forms ---------------------------------------------------------------


def number(value, least=0, most=LAST):
    demand(type(value) is int and least <= value <= most)


def text(value, pattern=None):
    demand(isinstance(value, str) and not any("\ud800" <= each <= "\udfff" for each in value))
    if pattern is not None:
        demand(re.fullmatch(pattern, value) is not None)


def hexa(value):
    text(value, r"[0-9a-f]{64}")


def code(value):
    text(value, r"[A-Za-z0-9._-]{1,64}")


def word(value):
    text(value, r"[a-z_]{1,40}")


def choice(*values):
    def check(value):
        demand(isinstance(value, str) and value in values)

    return check


def or_null(check):
    def both(value):
        if value is not None:
            check(value)

    return both


def line_no(value):
    number(value, 1, 12)


def positive(value):
    number(value, 1)


def level(value):
    number(value, 0, 9)


def seats(value):
    number(value, 1, 99)


def reserves(value):
    number(value, 0, 99)


def listed(check, least=0, most=None):
    def each(value):
        demand(isinstance(value, list) and len(value) >= least and (most is None or len(value) <= most))
        for item in value:
            check(item)

    return each


def members(**checks):
    def each(value):
        demand(isinstance(value, dict) and set(value) == {name.rstrip("_") for name in checks})
        for name, check in checks.items():
            check(value[name.rstrip("_")])

    return each


def time(value):
    number(value, 0, 4102444800000)


def flag(value):
    demand(isinstance(value, bool))


def version(value):
    demand(type(value) is int and value == 1)


exclusions = listed(members(id=hexa, reason=word))
seating = listed(members(id=hexa, line=line_no))
odds_form = members(
    kinds=listed(members(lines=listed(line_no, 1), candidates=positive, ppm=lambda v: number(v, 0, 10**6))),
    entropy=number,
    guess=number,
)
commit_form = members(
    version=version,
    drawId=code,
    applyNo=code,
    round=positive,
    previous=or_null(members(drawId=code, hash=hexa)),
    at=time,
    head=members(day=lambda v: text(v, r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), no=number, hash=hexa),
    pool=members(root=hexa, count=positive),
    lines=listed(
        members(
            specialities=listed(code, 1, 50), regions=listed(code, 0, 50), level=level, count=seats, reserve=reserves
        ),
        1,
        12,
    ),
    exclusions=exclusions,
    odds=or_null(odds_form),
    physical=flag,
    serverCommitment=hexa,
    serverEscrow=hexa,
)
EVENTS = {
    "reply": members(
        kind=text,
        at=time,
        id=hexa,
        as_=choice("member", "reserve"),
        reply=choice("attends", "declines", "unreached", "recused"),
    ),
    "vacate": members(kind=text, at=time, id=hexa, reason=word),
    "supplement": members(
        kind=text,
        at=time,
        reason=word,
        exclusions=exclusions,
        raise_=listed(members(line=line_no, count=seats)),
    ),
    "close": members(
        kind=text,
        at=time,
        members=seating,
        reserves=seating,
        missing=listed(members(line=line_no, missing=positive)),
    ),
}


def event_form(value):
    demand(isinstance(value, dict) and isinstance(value.get("kind"), str) and value["kind"] in EVENTS)
    EVENTS[value["kind"]](value)


transcript_form = members(
    commit=commit_form,
    pool=listed(
        members(id=hexa, specialities=listed(code, 1, 50), regions=listed(code, 0, 50), level=level), 1
    ),
    operators=listed(members(operator=code, at=time, commitment=hexa, escrow=hexa), 0, 2),
    physical=or_null(members(at=time, text=lambda v: text(v, r"[0-9A-Za-z ,-]{1,200}"))),
    reveals=listed(members(party=code, at=time, secret=hexa, by=choice("owner", "recovery")), 0, 3),
    events=listed(event_form),
    voided=or_null(members(at=time, reason=word)),
)
chain_form = listed(
    members(
        no=positive,
        at=time,
        accountId=text,
        role=text,
        deskId=or_null(text),
        action=text,
        commandId=or_null(text),
        inputHash=or_null(hexa),
        outcome=choice("applied", "rejected"),
        code=or_null(text),
        seq=or_null(number),
        hash=hexa,
    )
)


def head_form(value):
    demand(isinstance(value, dict))
    for name in ("day", "no", "hash", "epoch", "publicKey", "signature"):
        demand(name in value)
    text(value["day"], r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    number(value["no"])
    hexa(value["hash"])
    for name in ("epoch", "publicKey", "signature"):
        text(value[name])
    for name, each in value.items():
        text(name, r"[A-Za-z0-9]{1,40}")
        if not isinstance(each, str):
            number(each)


heads_form = listed(head_form)
register_form = members(
    version=version,
    draws=listed(
        members(
            drawId=code,
            applyNo=code,
            round=positive,
            outcome=choice("open", "closed", "void"),
            hash=or_null(hexa),
        )
    ),
)
disclosure_form = members(
    drawId=code, openings=listed(members(id=hexa, expertNo=text, name=text, salt=hexa))
)

# --- hashes --------------------------------------------------------------


def canonical(value):
    # Names of members are ASCII, so the order by code points is that of RFC 8785.
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha(string):
    return hashlib.sha256(string.encode("utf-8")).hexdigest()


def H(value):
    return sha(canonical(value))


def L(label, value):
    return H(["zhengcai-draw/1 " + label, value])


# --- Ed25519, RFC 8032 section 6 -----------------------------------------

P = 2**255 - 19
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    x = (a[1] - a[0]) * (b[1] - b[0]) % P
    y = (a[1] + a[0]) * (b[1] + b[0]) % P
    t = 2 * a[3] * b[3] * D % P
    z = 2 * a[2] * b[2] % P
    e, f, g, h = y - x, z - t, z + t, y + x
    return (e * f, g * h, f * g, e * h)


def times(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def same_point(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0


def recover(y, sign):
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * ROOT % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def decompress(raw):
    y = int.from_bytes(raw, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    x = recover(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def ed25519(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    a, r = decompress(key), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= Q:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    h = int.from_bytes(digest, "little") % Q
    return same_point(times(s, BASE), add(r, times(h, a)))


def bytes_of(string):
    raw = base64.b64decode(string, validate=True)
    if base64.b64encode(raw).decode() != string:
        raise ValueError()
    return raw


def is_signed(head):
    try:
        der, signature = bytes_of(head["publicKey"]), bytes_of(head["signature"])
    except ValueError:
        return False
    if len(der) != 44 or der[:12].hex() != "302a300506032b6570032100":
        return False
    signed = {name: value for name, value in head.items() if name != "signature"}
    return ed25519(der[12:], canonical(signed).encode("utf-8"), signature)


# --- the order -----------------------------------------------------------


def candidates(transcript):
    commit = transcript["commit"]
    excluded = {each["id"] for each in commit["exclusions"]}
    found = []
    for entry in transcript["pool"]:
        lines = tuple(
            no
            for no, line in enumerate(commit["lines"], 1)
            if set(line["specialities"]) & set(entry["specialities"])
            and (not line["regions"] or set(line["regions"]) & set(entry["regions"]))
            and entry["level"] >= line["level"]
        )
        if lines and entry["id"] not in excluded:
            found.append((entry["id"], lines))
    return found


def words(seed):
    k = 0
    while True:
        block = L("block", [seed, k])
        for at in range(0, 64, 8):
            yield int(block[at : at + 8], 16)
        k += 1


def below(n, source):
    limit = 2**32 - 2**32 % n
    while True:
        w = next(source)
        if w < limit:
            return w % n


def shuffle(items, seed):
    items, source = list(items), words(seed)
    for place in range(len(items) - 1, 0, -1):
        other = below(place + 1, source)
        items[place], items[other] = items[other], items[place]
    return items


# --- seating -------------------------------------------------------------


def seat(people, counts):
    """The lines of the people, in their order, or None. People are (id, lines)."""
    lines = [[] for _ in counts]

    def place(person, visited):
        for no in person[1]:
            if no in visited:
                continue
            visited.add(no)
            sitting = lines[no - 1]
            if len(sitting) < counts[no - 1]:
                sitting.append(person)
                return True
            for at in range(len(sitting)):
                if place(sitting[at], visited):
                    sitting[at] = person
                    return True
        return False

    for person in people:
        if not place(person, set()):
            return None
    where = {person[0]: no for no, sitting in enumerate(lines, 1) for person in sitting}
    return [where[person[0]] for person in people]


# --- the course ----------------------------------------------------------


class Course:
    def __init__(self, transcript, order):
        lines = transcript["commit"]["lines"]
        self.order = order
        self.count = [line["count"] for line in lines]
        self.reserve = [line["reserve"] for line in lines]
        self.members, self.reserves = [], []
        self.asked, self.excluded = set(), set()
        self.phase = "first"

    def first(self, people, sitting, counts):
        hopeless = set()
        for person in people:
            if person[1] in hopeless:
                continue
            if seat(sitting + [person], counts) is not None:
                return person
            hopeless.add(person[1])
        return None

    def anew(self):
        return [each for each in self.order if each[0] not in self.asked and each[0] not in self.excluded]

    def next_call(self):
        if len(self.members) < sum(self.count):
            person = self.first(self.reserves, self.members, self.count)
            if person is None and self.phase in ("first", "supplement"):
                person = self.first(self.anew(), self.members, self.count)
            if person is not None:
                return person, "member"
        if self.phase == "first" and len(self.reserves) < sum(self.reserve):
            person = self.first(self.anew(), self.reserves, self.reserve)
            if person is not None:
                return person, "reserve"
        return None

    def take(self, event):
        return getattr(self, "take_" + event["kind"])(event)

    def take_reply(self, event):
        call = self.next_call()
        if call is None:
            return "nobody_left"
        person, as_ = call
        if person[0] != event["id"]:
            return "wrong_candidate"
        if as_ != event["as"]:
            return "wrong_seat"
        self.asked.add(person[0])
        self.reserves = [each for each in self.reserves if each != person]
        if event["reply"] == "attends":
            (self.members if as_ == "member" else self.reserves).append(person)

    def take_vacate(self, event):
        if all(each[0] != event["id"] for each in self.members + self.reserves):
            return "vacate_unknown"
        self.members = [each for each in self.members if each[0] != event["id"]]
        self.reserves = [each for each in self.reserves if each[0] != event["id"]]
        if self.phase == "closed":
            self.phase = "reopened"

    def take_supplement(self, event):
        out = [each["id"] for each in event["exclusions"]]
        raised = [each["line"] for each in event["raise"]]
        if (
            self.phase in ("first", "supplement")
            or len(set(out)) < len(out)
            or len(set(raised)) < len(raised)
            or any(line > len(self.count) for line in raised)
            or any(each[0] in out for each in self.members)
        ):
            return "supplement_invalid"
        for each in event["raise"]:
            self.count[each["line"] - 1] += each["count"]
        self.excluded.update(out)
        self.reserves = [each for each in self.reserves if each[0] not in self.excluded]
        self.phase = "supplement"

    def take_close(self, event):
        if self.phase == "closed":
            return "closed_twice"
        if self.next_call() is not None:
            return "closed_early"
        lines = seat(self.members, self.count)
        places = seat(self.reserves, self.reserve)
        result = {
            "members": [{"id": each[0], "line": no} for each, no in zip(self.members, lines)],
            "reserves": [{"id": each[0], "line": no} for each, no in zip(self.reserves, places)],
            "missing": [
                {"line": no, "missing": count - lines.count(no)}
                for no, count in enumerate(self.count, 1)
                if lines.count(no) < count
            ],
        }
        if any(result[name] != event[name] for name in result):
            return "result_differs"
        self.phase = "closed"


def check_course(transcript, seed):
    course = Course(transcript, shuffle(candidates(transcript), seed))
    for event in transcript["events"]:
        problem = course.take(event)
        if problem is not None:
            return {problem}
    if transcript["voided"] is None and course.phase != "closed":
        return {"unfinished"}
    return set()


# --- odds ----------------------------------------------------------------


def odds(people, lines):
    counts = [line["count"] for line in lines]
    sizes = {}
    for _, of in people:
        sizes[of] = sizes.get(of, 0) + 1
    kinds = sorted(sizes)

    def sits(state):
        crowd = [((at, no), kinds[at]) for at, k in enumerate(state) for no in range(k)]
        return seat(crowd, counts) is not None

    panels, states = [], {tuple(0 for _ in kinds): 1.0}
    while states:
        following = {}
        for state, chance in states.items():
            left = []
            for at, kind in enumerate(kinds):
                more = state[:at] + (state[at] + 1,) + state[at + 1 :]
                if state[at] < sizes[kind] and sits(more):
                    left.append((more, sizes[kind] - state[at]))
            if not left:
                panels.append((state, chance))
            whole = sum(rest for _, rest in left)
            for more, rest in left:
                following[more] = following.get(more, 0.0) + chance * rest / whole
            if len(following) > 5000:
                return None
        states = following
    mean, entropy, guess = [0.0 for _ in kinds], 0.0, math.inf
    for state, chance in panels:
        bits = -math.log2(chance)
        for at, k in enumerate(state):
            bits += math.log2(math.comb(sizes[kinds[at]], k))
            mean[at] += chance * k
        entropy += chance * bits
        guess = min(guess, bits)
    return {
        "kinds": [
            {"lines": list(kind), "candidates": sizes[kind], "ppm": round(10**6 * mean[at] / sizes[kind])}
            for at, kind in enumerate(kinds)
        ],
        "entropy": round(1000 * entropy),
        "guess": round(1000 * guess),
    }


def same_odds(a, b):
    if a is None or b is None:
        return a is b

    def near(x, y):
        return abs(x - y) <= 1

    return (
        near(a["entropy"], b["entropy"])
        and near(a["guess"], b["guess"])
        and len(a["kinds"]) == len(b["kinds"])
        and all(
            x["lines"] == y["lines"] and x["candidates"] == y["candidates"] and near(x["ppm"], y["ppm"])
            for x, y in zip(a["kinds"], b["kinds"])
        )
    )


# --- what is checked -----------------------------------------------------


def ascend(ids):
    return all(a < b for a, b in zip(ids, ids[1:]))


def check_pool(transcript):
    commit, pool = transcript["commit"], transcript["pool"]
    ids = [each["id"] for each in pool]
    out = [each["id"] for each in commit["exclusions"]]
    later = [
        each["id"]
        for event in transcript["events"]
        if event["kind"] == "supplement"
        for each in event["exclusions"]
    ]
    if not ascend(ids):
        yield "pool_unsorted"
    if commit["pool"]["count"] != len(pool):
        yield "pool_count_differs"
    if commit["pool"]["root"] != L("pool", pool):
        yield "pool_root_differs"
    if not ascend(out):
        yield "exclusions_unsorted"
    if not set(out + later) <= set(ids):
        yield "exclusion_unknown"
    if not same_odds(commit["odds"], odds(candidates(transcript), commit["lines"])):
        yield "odds_differ"


def base_head(transcript, heads):
    wanted = transcript["commit"]["head"]
    of_day = [head for head in heads if head["day"] == wanted["day"]]
    same = [head for head in of_day if head["hash"] == wanted["hash"]]
    return (same + of_day + [None])[0]


def check_heads(transcript, heads, keys):
    commit = transcript["commit"]
    for head in heads:
        if not is_signed(head):
            yield "head_not_signed"
        if keys is not None and head["publicKey"] not in keys:
            yield "head_key_unknown"
        if any(
            other["day"] == head["day"] and other["epoch"] == head["epoch"] and other != head for other in heads
        ):
            yield "heads_contradict"
    base = base_head(transcript, heads)
    if base is None:
        yield "head_missing"
        return
    if base["no"] != commit["head"]["no"] or base["hash"] != commit["head"]["hash"]:
        yield "head_differs"
    when = datetime.fromtimestamp(commit["at"] // 1000, timezone(timedelta(hours=8)))
    if base["day"] != (when - timedelta(days=1)).strftime("%Y-%m-%d"):
        yield "head_not_yesterday"
    if base.get("poolRoot") != commit["pool"]["root"]:
        yield "pool_root_not_published"


def check_chain(transcript, chain, heads):
    start = transcript["commit"]["head"]
    base = base_head(transcript, heads)
    hashes = {start["no"]: start["hash"]}
    before, expected = start["hash"], start["no"] + 1
    if not chain or chain[0]["no"] != expected:
        yield "chain_not_anchored"
    for at, link in enumerate(chain):
        if at > 0 and link["no"] != expected:
            yield "chain_gap"
        content = H({name: value for name, value in link.items() if name not in ("no", "seq", "hash")})
        seq = "-" if link["seq"] is None else str(link["seq"])
        if sha("\n".join([before, str(link["no"]), seq, content])) != link["hash"]:
            yield "chain_broken"
        before, expected = link["hash"], link["no"] + 1
        hashes[link["no"]] = link["hash"]
    own = [head for head in heads if base is not None and head["epoch"] == base["epoch"]]
    if any(hashes.get(head["no"], head["hash"]) != head["hash"] for head in own):
        yield "chain_head_differs"
    if not chain or all(head["no"] != chain[-1]["no"] for head in own):
        yield "chain_not_closed"


def up_to(transcript, n):
    return dict(transcript, events=transcript["events"][: n + 1], voided=None)


def steps(transcript):
    commit, draw_id = transcript["commit"], transcript["commit"]["drawId"]
    yield "draw.commit", commit["at"], H(commit), None
    for each in transcript["operators"]:
        yield "draw.operator-commit", each["at"], H(dict(each, drawId=draw_id)), each["operator"]
    if transcript["physical"] is not None:
        yield "draw.physical-seed", transcript["physical"]["at"], H(dict(transcript["physical"], drawId=draw_id)), None
    for each in transcript["reveals"]:
        own = each["by"] == "owner" and each["party"] != "server"
        yield "draw.reveal", each["at"], H(dict(each, drawId=draw_id)), each["party"] if own else None
    for n, event in enumerate(transcript["events"]):
        if event["kind"] == "close":
            yield "draw.close", event["at"], H(up_to(transcript, n)), None
        else:
            yield "draw.event", event["at"], H({"drawId": draw_id, "n": n, "event": event}), None
    if transcript["voided"] is not None:
        yield "draw.void", transcript["voided"]["at"], H(transcript), None


def check_steps(transcript, chain):
    links = [
        link
        for link in chain
        if link["commandId"] == transcript["commit"]["drawId"]
        and link["outcome"] == "applied"
        and link["action"].startswith("draw.")
    ]
    all_steps = list(steps(transcript))
    if len(links) < len(all_steps):
        yield "step_missing"
    if len(links) > len(all_steps):
        yield "step_unknown"
    for link, (action, at, input_hash, account) in zip(links, all_steps):
        if link["action"] != action or link["inputHash"] != input_hash:
            yield "step_differs"
        if link["at"] != at:
            yield "time_differs"
        if account is not None and link["accountId"] != account:
            yield "step_by_another"


def check_parties(transcript):
    """(codes, seed or None)"""
    commit, physical = transcript["commit"], transcript["physical"]
    names = [each["operator"] for each in transcript["operators"]]
    commitments = {each["operator"]: each["commitment"] for each in reversed(transcript["operators"])}
    is_drawn = transcript["voided"] is None or bool(transcript["events"])
    is_revealed = is_drawn or bool(transcript["reveals"])
    codes = set()
    if is_revealed and len(names) != 2:
        codes.add("operators_missing")
    if len(set(names)) < len(names) or "server" in names:
        codes.add("operators_same")
    if physical is not None and not commit["physical"] or physical is None and commit["physical"] and is_revealed:
        codes.add("physical_differs")
    parties = [each["party"] for each in transcript["reveals"]]
    for each in transcript["reveals"]:
        party, secret = each["party"], each["secret"]
        if party != "server" and party not in commitments or parties.count(party) > 1:
            codes.add("reveal_unknown")
        elif party == "server":
            if L("server-secret", [commit["drawId"], secret]) != commit["serverCommitment"]:
                codes.add("secret_differs")
        elif L("operator-secret", [commit["drawId"], party, secret]) != commitments[party]:
            codes.add("secret_differs")
    secrets = {each["party"]: each["secret"] for each in transcript["reveals"]}
    is_whole = len(names) == 2 and all(name in secrets for name in ["server"] + names)
    if is_drawn and not is_whole:
        codes.add("reveal_missing")
    if codes or not is_whole:
        return codes, None
    physical_text = None if physical is None else physical["text"]
    return codes, L("seed", [H(commit)] + [secrets[name] for name in ["server"] + names] + [physical_text])


def check_register(transcript, chain, rows):
    commit = transcript["commit"]
    registered = {row["drawId"] for row in rows}
    begun = {
        link["commandId"] for link in chain if link["action"] == "draw.commit" and link["outcome"] == "applied"
    }
    if not begun | {commit["drawId"]} <= registered:
        yield "unregistered_draw"
    own = [row for row in rows if row["drawId"] == commit["drawId"]]
    closes = [n for n, event in enumerate(transcript["events"]) if event["kind"] == "close"]
    if transcript["voided"] is not None:
        outcome, digest = "void", H(transcript)
    elif closes:
        outcome, digest = "closed", H(up_to(transcript, closes[-1]))
    else:
        outcome, digest = "open", None
    expected = {
        "drawId": commit["drawId"],
        "applyNo": commit["applyNo"],
        "round": commit["round"],
        "outcome": outcome,
        "hash": digest,
    }
    if own and own != [expected]:
        yield "register_differs"
    rounds = sorted((row for row in rows if row["applyNo"] == commit["applyNo"]), key=lambda row: row["round"])
    if [row["round"] for row in rounds] != list(range(1, len(rounds) + 1)):
        yield "round_missing"
    before = [{"drawId": row["drawId"], "hash": row["hash"]} for row in rounds if row["round"] == commit["round"] - 1]
    if commit["previous"] != (before + [None])[0]:
        yield "previous_differs"
    if any(row["outcome"] != "void" for row in rounds[:-1]):
        yield "not_voided"


def check_disclosure(transcript, disclosure):
    if disclosure is None:
        return
    openings = disclosure["openings"]
    if any(each["id"] != L("expert", [each["salt"], each["expertNo"], each["name"]]) for each in openings):
        yield "opening_differs"
    closes = [event for event in transcript["events"] if event["kind"] == "close"]
    sitting = [each["id"] for each in closes[-1]["members"]] if closes else []
    if disclosure["drawId"] != transcript["commit"]["drawId"] or sorted(each["id"] for each in openings) != sorted(sitting):
        yield "openings_not_members"


def verify(vector):
    try:
        transcript_form(vector["transcript"])
        chain_form(vector["chain"])
        heads_form(vector["heads"])
        register_form(vector["register"])
        or_null(disclosure_form)(vector["disclosure"])
    except Malformed:
        return ["malformed"]
    transcript, chain, heads = vector["transcript"], vector["chain"], vector["heads"]
    codes, seed = check_parties(transcript)
    codes.update(check_pool(transcript))
    codes.update(check_heads(transcript, heads, vector["keys"]))
    codes.update(check_chain(transcript, chain, heads))
    codes.update(check_steps(transcript, chain))
    codes.update(check_register(transcript, chain, vector["register"]["draws"]))
    codes.update(check_disclosure(transcript, vector["disclosure"]))
    if seed is not None:
        codes.update(check_course(transcript, seed))
    return sorted(codes)


def primitives(vectors):
    for each in vectors["canonical"]:
        yield each, canonical(each["value"]) == each["text"]
    for each in vectors["labelled"]:
        yield each, L(each["label"], each["value"]) == each["hash"]
    for each in vectors["words"]:
        source = words(each["seed"])
        yield each, [next(source) for _ in each["words"]] == each["words"]
    for each in vectors["below"]:
        source = words(each["seed"])
        yield each, [below(each["n"], source) for _ in each["numbers"]] == each["numbers"]
    for each in vectors["shuffles"]:
        yield each, shuffle(each["items"], each["seed"]) == each["order"]
    for each in vectors["seatings"]:
        people = [(no, tuple(lines)) for no, lines in enumerate(each["people"])]
        yield each, seat(people, each["counts"]) == each["lines"]


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--primitives"]:
        for what, holds in primitives(read(sys.argv[2])):
            if not holds:
                print(canonical(what))
    else:
        for path in sys.argv[1:]:
            for one in read(path):
                print(json.dumps([one["name"], verify(one)]))
