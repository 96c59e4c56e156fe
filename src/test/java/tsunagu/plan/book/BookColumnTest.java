package tsunagu.plan.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.event.EventType;
import tsunagu.plan.book.BookColumn.Kind;
import tsunagu.shared.DomainException;

/** A cell has one stored form, whatever it was written like. */
class BookColumnTest {

    @ParameterizedTest
    @CsvSource({
        "YEAR,R9,R9",
        "YEAR,令和９年度,R9",
        "YEAR,令和 10 年,R10",
        "YEAR,令和元年度,R1",
        "YEAR,r9,R9",
        "NUMBER,'１，２００',1200",
        "NUMBER,10.50,10.5",
        "NUMBER,-3,-3",
        "WHOLE,3.0,3",
        "PLACE,１－２－３,1-2-3",
        "MARK,○,○",
        "CODE,book-fair,book-fair",
        "TEXT,' 二行\r\n目 ','二行\n目'",
        "CODES,'c/d、 a/b',a/b c/d"
    })
    void is_read(Kind kind, String written, String stored) {
        assertThat(BookColumn.of("name", kind).stored(written)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "YEAR,2027",
        "YEAR,H30",
        "YEAR,令和",
        "NUMBER,約10",
        "NUMBER,1e9",
        "NUMBER,1.2.3",
        "WHOLE,1.5",
        "WHOLE,9999999999",
        "PLACE,1-1-①x",
        "PLACE,新1",
        "MARK,x",
        "CODE,Fair",
        "CODE,9fair",
        "CODE,フェア"
    })
    void is_refused(Kind kind, String written) {
        assertThatThrownBy(() -> BookColumn.of("name", kind).stored(written)).isInstanceOf(DomainException.class);
    }

    @Test
    void several_choices_are_the_same_in_any_order_and_are_shown_as_words() {
        BookColumn types = BookColumn.choice("types", Kind.CHOICES, "event.type.", (Object[]) EventType.values());
        String stored = types.stored("就職ガイダンス、企業見学会");
        assertThat(stored).isEqualTo("COMPANY_TOUR GUIDANCE").isEqualTo(types.stored("COMPANY_TOUR,guidance"));
        assertThat(types.stored(types.shown(stored))).isEqualTo(stored);
        assertThatThrownBy(() -> types.stored("就職ガイダンス、祭り")).isInstanceOf(DomainException.class);
        for (BookSheet sheet : BookSheet.values()) {
            for (BookColumn column : sheet.columns()) {
                column.choices().forEach(each -> assertThat(column.stored(each.word()))
                        .as(sheet + " " + column.name())
                        .isEqualTo(each.code()));
            }
        }
    }
}
