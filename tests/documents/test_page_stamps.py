from minutes_miner.documents.pages.stamps import is_overprinted, parted_by_stamp
from minutes_miner.documents.pages.words import Word


def lines(count: int = 20) -> list[Word]:
    return [
        Word(text="rapat", box=(60 + 40 * column, 100 + 14 * row, 95 + 40 * column, 111 + 14 * row))
        for row in range(count)
        for column in range(8)
    ]


def big(y: float = 150) -> Word:
    return Word(text="KONSEP", box=(80, y, 320, y + 70))


def test_a_big_word_across_lines_is_a_stamp() -> None:
    text, stamps = parted_by_stamp([big(), *lines()])
    assert [word.text for word in stamps] == ["KONSEP"]
    assert len(text) == len(lines())


def test_slanted_words_are_stamps() -> None:
    slanted = Word(text="SALINAN", box=(80, 150, 320, 300), slanted=True)
    assert parted_by_stamp([slanted, *lines(2)])[1] == [slanted]


def test_a_big_title_is_none() -> None:
    title = big(20)
    assert parted_by_stamp([title, *lines()]) == ([title, *lines()], [])


def test_a_first_letter_over_two_lines_is_none() -> None:
    initial = Word(text="R", box=(40, 100, 58, 125))
    assert parted_by_stamp([initial, *lines()])[1] == []


def test_a_page_without_words() -> None:
    assert parted_by_stamp([]) == ([], [])


def row(*words: tuple[float, float], top: float = 100) -> list[Word]:
    return [Word(text="kata", box=(left, top, right, top + 11)) for left, right in words]


def test_overprinted_lines() -> None:
    assert is_overprinted([*row((60, 90), (93, 120)), *row((62, 88), (91, 122))])
    assert is_overprinted([*row((60, 90), (93, 120)), *row((60, 121), top=102)])


def test_cells_drawn_out_of_turn_are_not_overprinted() -> None:
    assert not is_overprinted([*row((60, 90), (200, 230), (300, 330)), *row((120, 150))])
    assert not is_overprinted([*row((60, 90)), *row((60, 90), top=112)])
    assert not is_overprinted([])
