from rollout_kit.assess.carrying import Carrying
from rollout_kit.capacity.model import Untold


def test_it_is_reckoned_when_first_asked_and_once() -> None:
    asked: list[int] = []

    def reckon() -> Untold:
        asked.append(1)
        return Untold(missing=(("customer", "users"),))

    carrying = Carrying(reckon=reckon)
    assert asked == []
    assert carrying.answer is carrying.answer
    assert asked == [1]
