package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text out of a spreadsheet: whatever separates it, whatever stands in its cells. */
class PastedTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name\tRole\na\tb",
                "Name,Role\na,b",
                "Name;Role\r\na;b",
                "\ufeffName,Role\na,b",
                "\n\nName,Role\n\na,b\n\n"
            })
    void the_separator_is_that_of_the_first_line(String text) {
        PastedTable table = PastedTable.of(text);
        assertThat(table.header()).containsExactly("Name", "Role");
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "a").containsEntry("role", "b"));
    }

    @Test
    void a_cell_may_hold_what_separates() {
        PastedTable table = PastedTable.of("Name,Role\n\"a, b\nc\",\"say \"\"d\"\"\"");
        assertThat(table.rows().get(0)).containsEntry("name", "a, b\nc").containsEntry("role", "say \"d\"");
    }

    @Test
    void short_and_long_lines_are_read_as_far_as_there_are_columns() {
        PastedTable table = PastedTable.of("Name,Role\na\nb,c,d");
        assertThat(table.rows().get(0)).doesNotContainKey("role");
        assertThat(table.rows().get(1)).containsEntry("role", "c").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name,Role", "Name, name\na,b", "\uff2eame,Name\na,b", "Name\n\"open"})
    void what_is_no_table_is_said(String text) {
        assertThatThrownBy(() -> PastedTable.of(text)).isInstanceOf(DomainException.class);
    }

    @Test
    void it_is_counted_while_it_is_read() {
        String rows = "Name\n" + "a\n".repeat(PastedTable.MOST_ROWS);
        assertThat(PastedTable.of(rows).rows()).hasSize(PastedTable.MOST_ROWS);
        assertThatThrownBy(() -> PastedTable.of(rows + "b")).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> PastedTable.of("Name\n" + "a".repeat(PastedTable.LONGEST_CELL + 1)))
                .isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> PastedTable.of("Name" + ",".repeat(PastedTable.MOST_COLUMNS) + "x\na"))
                .isInstanceOf(DomainException.class);
    }
}
