package tsunagu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 秘匿: rows of one or two people cannot be read, and cannot be subtracted back. */
class FigureRowsTest {

    @Test
    void few_people_are_shown_together_with_the_next_smallest() {
        assertThat(shown(3, 4, 9)).isEqualTo("3 4 9");
        assertThat(shown(1, 5, 9)).isEqualTo("9 few:6");
        assertThat(shown(1, 2, 9)).isEqualTo("9 few:3");
        assertThat(shown(1, 1, 9)).isEqualTo("few:11");
        assertThat(shown(1)).isEqualTo("few:1");
        assertThat(shown(0, 0, 7)).isEqualTo("0 0 7");
    }

    @Test
    void meetings_and_companies_are_no_people() {
        List<FigureRow> rows = List.of(row("SESSION", 1), row("COMPANIES", 2));
        assertThat(FigureRows.disclosed(rows)).isEqualTo(rows);
    }

    @Test
    void whatever_the_numbers_the_sum_stays_and_nothing_small_is_left_alone() {
        Random dice = new Random(7);
        for (int round = 0; round < 10_000; round++) {
            int[] numbers = dice.ints(1 + dice.nextInt(8), 0, 6).toArray();
            List<FigureRow> shown = FigureRows.disclosed(rows(numbers));
            assertThat(shown.stream().mapToInt(row -> row.quantity().intValue()).sum())
                    .isEqualTo(Arrays.stream(numbers).sum());
            assertThat(shown.stream().filter(row -> !row.kind().equals("FEW")).map(row -> row.quantity()
                            .intValue()))
                    .noneMatch(number -> number == 1 || number == 2);
            long people = Arrays.stream(numbers).filter(number -> number > 0).count();
            long hidden = numbers.length
                    - shown.stream().filter(row -> !row.kind().equals("FEW")).count();
            boolean any = shown.stream().anyMatch(row -> row.kind().equals("FEW"));
            assertThat(!any || hidden >= 2 || people == 1)
                    .as(Arrays.toString(numbers))
                    .isTrue();
        }
    }

    private static String shown(int... numbers) {
        List<String> words = new ArrayList<>();
        FigureRows.disclosed(rows(numbers))
                .forEach(row -> words.add((row.kind().equals("FEW") ? "few:" : "")
                        + row.quantity().intValue()));
        return String.join(" ", words);
    }

    private static List<FigureRow> rows(int... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> row("PERSONS", number)).toList();
    }

    private static FigureRow row(String kind, int number) {
        return new FigureRow(
                kind, "event", "event", "", "", "DAY", null, "EMPLOYEE", null, BigDecimal.valueOf(number), null, 0);
    }
}
