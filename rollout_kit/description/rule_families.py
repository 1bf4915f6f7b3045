"""Codes of the rule catalogue, by family, checked by this version or not."""

# Rules of each family in the catalogue; codes run from 101 on without a gap.
_RULES_OF_FAMILY = {
    "OWN": 9, "CAP": 10, "TRN": 13, "SLA": 14, "CON": 10, "SEC": 8, "COM": 5, "TST": 6, "FBL": 5, "OBJ": 4,
    "PER": 5, "MAT": 8, "CHN": 5, "PIL": 5, "PLN": 8, "WAI": 4,
}  # fmt: skip


def is_rule_to_come(code: str) -> bool:
    """Whether the catalogue has a rule of this code, so that naming it is no slip."""
    number = code[3:]
    return len(code) == 6 and number.isdecimal() and 101 <= int(number) <= 100 + _RULES_OF_FAMILY.get(code[:3], 0)
