"""Answers made up for a form, by its own description: plain ones, unknown ones, not applicable ones, hostile ones."""

import random

HOSTILE = [
    "<img src=x onerror=\"document.title='hacked'\">", "</script><script>alert(1)</script>", "saknas", "null", "~", "ja",
    "0127", "1_000", "12:30", "- x", "key: value", "# inte en kommentar", "!tagg", "&ankare", "*alias", "%YAML", "@", "`",
    "\"citat\" och 'citat'", "rad ett\nrad två\n", "  blanksteg  ", "\ttab", "slut\u2028på rad", "\u202eomvänd", "\u200b",
    "🙂 familj 👩‍👩‍👧", "å" * 30, "e\u0301", "\u00a0", "{}", "[]", "|", ">", "?", "2026-02-30", "1,5", "1e9", "a\\b\\n",
    "\u0085", "\ufeff", "\x7f", "Sven 811228-9874",
]
WORDS = ["plan", "samverkan", "långsiktigt", "stöd", "kommunen", "regionen", "arbete", "rehabilitering", "år", "åtgärd"]


class Values:
    def __init__(self, form, seed):
        self.form = form
        self.random = random.Random(seed)
        # Some drafts are tidy, some are wild.
        self.wildness = self.random.choice([0, 0, 0.02, 0.15])
        self.fullness = self.random.choice([0.3, 0.6, 0.9, 1])
        self.ids = {}

    def draft(self):
        values = {}
        for field in self.form["fields"]:
            self.put(values, field)
        return values

    def put(self, holder, field):
        if self.random.random() > self.fullness and not field.get("required"):
            return
        value = self.value(field)
        if value not in (None, ""):
            holder[field["name"]] = value

    def value(self, field):
        dice = self.random.random()
        if field.get("notApplicable") and dice < 0.3:
            return {"state": "not_applicable", "reason": self.words(3)}
        if field.get("absent") == "unknown" and dice > 0.93:
            return {"state": "unknown"}
        return self.of_type(field, field)

    def of_type(self, kind, field):
        choose = self.random
        if choose.random() < self.wildness and kind["type"] not in ("list", "group", "documents", "boolean"):
            return choose.choice(HOSTILE)
        match kind["type"]:
            case "text":
                return self.words(choose.randint(1, 8))[: kind["maximum"]].strip()
            case "id":
                return self.words(1).translate(str.maketrans("åäö", "aao")) + str(choose.randint(1, 99))
            case "integer":
                low, high = int(kind.get("minimum", -50)), int(kind.get("maximum", 5000))
                return str(choose.randint(low, min(high, low + choose.choice([3, 30, 3000000]))))
            case "decimal":
                low, high = float(kind.get("minimum", 0)), float(kind.get("maximum", 10))
                return f"{low + (min(high, low + 100) - low) * choose.random():.2f}"
            case "boolean":
                return choose.random() < 0.6
            case "date":
                return f"{choose.randint(2026, 2029)}-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
            case "choice":
                return choose.choice(kind["choices"])["id"]
            case "reference":
                ids = self.ids.get(kind["to"], [])
                return choose.choice(ids) if ids else None
            case "documents":
                ids = [f"dok-{number}" for number in range(1, 4)]
                return choose.sample(ids, choose.randint(1, 2))
            case "group":
                holder = {}
                for member in kind["fields"]:
                    self.put(holder, member)
                return holder or None
            case "list":
                return self.items(kind, field)
        raise ValueError(kind["type"])

    def items(self, kind, field):
        is_documents = field["name"] == self.form["documents"]
        low = max(kind["minimumItems"], 3 if is_documents else 0)
        number = self.random.randint(low, min(kind["maximumItems"], low + 3))
        if "of" in kind:
            made = [self.of_type(kind["of"], field) for _ in range(number)]
            return [one for one in dict.fromkeys(made) if one not in (None, "")] or []
        items = []
        for index in range(number):
            item = {}
            for member in kind["fields"]:
                if member["name"] == kind.get("key"):
                    item[member["name"]] = f"dok-{index + 1}" if is_documents else f"{field['name'][:3]}-{index + 1}".replace("å", "a").replace("ö", "o").replace("ä", "a")
                    continue
                self.put(item, member)
            items.append(item)
        if kind.get("key"):
            self.ids[field["name"]] = [item[kind["key"]] for item in items]
        return items

    def words(self, number):
        return " ".join(self.random.choice(WORDS) for _ in range(number))
