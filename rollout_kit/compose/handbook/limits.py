"""What the contract leaves out."""

from rollout_kit.compose.handbook.book import Book


def outside_scope(book: Book) -> tuple[str, ...] | None:
    """Return the ids of the activities that the contract does not list; None where the scope is not known.

    Those stand first that the description gives to the provider all the same, since they are paid for by nobody;
    then those that are usually the provider's work. What the customer does anyway is no limit of the contract.
    """
    contract = book.rollout.provider.contract
    if contract is None or contract.scope is None:
        return None
    given = [id for id in _given_to_provider(book) if id not in contract.scope]
    usual = [
        activity.id
        for activity in book.playbook.activities
        if activity.doer == "provider" and activity.id not in contract.scope and book.line(activity.id) is None
    ]
    return (*given, *usual)


def included(book: Book) -> tuple[str, ...]:
    """Return the ids of the activities that the contract lists."""
    contract = book.rollout.provider.contract
    return (contract.scope or ()) if contract else ()


def _given_to_provider(book: Book) -> list[str]:
    return [
        line.id
        for line in book.rollout.responsibilities or ()
        if any(book.people.side(ref) == "provider" for ref in line.responsible or ())
    ]
