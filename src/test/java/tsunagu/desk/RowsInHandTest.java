package tsunagu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows that no statement gives are asked like those of one. */
class RowsInHandTest {

    record Row(
            long id,
            String name,
            String reading,
            String state,
            List<String> marks,
            Integer yen,
            LocalDate day,
            Instant at) {}

    private static final List<Row> ALL = List.of(
            new Row(
                    1,
                    "山田\u3000太郎",
                    "やまだ",
                    "OPEN",
                    List.of("A"),
                    900,
                    LocalDate.of(2026, 4, 1),
                    moment("2026-04-01T14:59:59Z")),
            new Row(
                    2,
                    "齋藤 花子",
                    "さいとう",
                    "CLOSED",
                    List.of("A", "B"),
                    1000,
                    LocalDate.of(2026, 4, 2),
                    moment("2026-04-01T15:00:00Z")),
            new Row(3, "ABC製作所", "えーびーしー", "OPEN", List.of(), null, null, null));

    private static Listing<Row> listing(String order) {
        Map<String, Object> states = new LinkedHashMap<>();
        states.put("OPEN", "open");
        states.put("CLOSED", "closed");
        return Listing.inHand(
                "rows",
                "rows.",
                Row.class,
                "id",
                order,
                List.of(
                        Column.<Row>text("name", Row::name).sortedBy("reading"),
                        Column.choice("state", Row::state, () -> states),
                        Column.choices("marks", Row::marks, "mark.", List.of("A", "B")),
                        Column.number("yen", Row::yen),
                        Column.day("day", Row::day),
                        Column.moment("at", Row::at)));
    }

    private static Instant moment(String written) {
        return Instant.parse(written);
    }

    private static List<Long> found(String parameter, String value) {
        return ids(new Asked("", Map.of(parameter, List.of(value)), "", false, 1, 20, List.of(), false));
    }

    private static List<Long> ids(Asked asked) {
        return RowsInHand.page(listing("name"), asked, ALL).rows().stream()
                .map(Row::id)
                .sorted()
                .toList();
    }

    private static List<Long> order(String column, boolean down) {
        return RowsInHand.page(listing("name"), Asked.nothing().sorted(column, down), ALL).rows().stream()
                .map(Row::id)
                .toList();
    }

    @Test
    void words_and_texts_are_found_whatever_their_form() {
        assertThat(ids(new Asked("ａｂｃ", Map.of(), "", false, 1, 20, List.of(), false)))
                .containsExactly(3L);
        assertThat(ids(new Asked("太郎 山田", Map.of(), "", false, 1, 20, List.of(), false)))
                .containsExactly(1L);
        assertThat(found("name", "斎藤")).containsExactly(2L);
        assertThat(found("name", "%")).isEmpty();
    }

    @Test
    void choices_numbers_days_and_moments_of_japan_are_filtered() {
        assertThat(found("state", "OPEN")).containsExactly(1L, 3L);
        assertThat(found("state", "NONSENSE")).isEmpty();
        assertThat(found("marks", "B")).containsExactly(2L);
        assertThat(found("yen.from", "1,000")).containsExactly(2L);
        assertThat(found("yen.to", "999")).containsExactly(1L);
        assertThat(found("yen.from", "nonsense")).hasSize(3);
        assertThat(found("day.to", "2026-04-01")).containsExactly(1L);
        assertThat(found("at.from", "2026-04-02")).as("midnight in Japan").containsExactly(2L);
    }

    @Test
    void what_says_nothing_comes_last_whichever_way() {
        assertThat(order("yen", false)).containsExactly(1L, 2L, 3L);
        assertThat(order("yen", true)).containsExactly(2L, 1L, 3L);
        assertThat(order("at", true)).containsExactly(2L, 1L, 3L);
        assertThat(order("name", false)).as("by the reading").containsExactly(3L, 2L, 1L);
        assertThat(order("state", false)).as("as they are offered").containsExactly(1L, 3L, 2L);
    }

    @Test
    void pages_and_files_hold_the_same_rows() {
        List<Row> many = IntStream.rangeClosed(1, 45)
                .mapToObj(i -> new Row(i, "n" + i, String.format("%02d", i), "OPEN", List.of(), i, null, null))
                .toList();
        ListedRows<Row> last = RowsInHand.page(listing("-name"), Asked.nothing().onPage(99), many);
        assertThat(last.total()).isEqualTo(45);
        assertThat(last.page()).isEqualTo(3);
        assertThat(last.rows()).extracting(Row::id).containsExactly(5L, 4L, 3L, 2L, 1L);
        List<Row> taken = new ArrayList<>();
        RowsInHand.each(listing("-name"), Asked.nothing(), many, taken::add);
        assertThat(taken).hasSize(45).endsWith(last.rows().toArray(Row[]::new));
        assertThat(RowsInHand.page(listing("name"), Asked.nothing(), List.<Row>of())
                        .page())
                .isEqualTo(1);
    }
}
