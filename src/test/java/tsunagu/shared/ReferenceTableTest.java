package tsunagu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTableTest {

    private static final String AREAS = "/reference/areas.csv";
    private static final String PROGRAMMES = "/reference/plan/programmes.csv";

    @TempDir
    private Path own;

    @Test
    void another_city_begins_without_the_tables_of_the_one_it_was_made_for() {
        assertThat(ReferenceTable.read(PROGRAMMES, null, false)).isNotEmpty();
        assertThat(ReferenceTable.read(PROGRAMMES, null, true)).isEmpty();
        assertThat(ReferenceTable.read("/reference/consultation/offices.csv", null, true))
                .isEmpty();
        assertThat(ReferenceTable.read("/reference/plan/units.csv", null, true)).isNotEmpty();
        assertThat(ReferenceTable.read("/reference/holidays.csv", null, true)).isNotEmpty();
    }

    @Test
    void a_file_of_the_citys_own_takes_the_place_of_a_table() throws Exception {
        Files.writeString(own.resolve("areas.csv"), "code,name\nKITA,北地区\n");
        Files.createDirectories(own.resolve("plan"));
        Files.writeString(own.resolve("plan/programmes.csv"), "id\nown\n");
        assertThat(ReferenceTable.read(AREAS, own.toString(), false))
                .extracting(row -> row.text("name"))
                .containsExactly("北地区");
        assertThat(ReferenceTable.read(PROGRAMMES, own.toString(), true))
                .extracting(row -> row.text("id"))
                .containsExactly("own");
        assertThat(ReferenceTable.read("/reference/holidays.csv", own.toString(), false))
                .isNotEmpty();
        assertThatThrownBy(() -> ReferenceTable.read("/reference/nothing.csv", own.toString(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
