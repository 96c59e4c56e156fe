package tsunagu.seeker;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsunagu.seeker.ScoutStanding.Act;

/** Who may deal with companies: the table of docs/legal-position.md. */
class ScoutStandingTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // standing, answer "at high school": -, no, yes; apply, take part, meet, be found
                "ADULT, -, false, false, false, true",
                "ADULT, false, true, true, true, true",
                "ADULT, true, false, false, false, false",
                "UNKNOWN, -, false, false, false, false",
                "UNKNOWN, false, true, true, true, false",
                "UNKNOWN, true, false, false, false, false",
                "PROTECTED, -, false, false, false, false",
                "PROTECTED, false, false, false, false, false",
                "PROTECTED, true, false, false, false, false",
            })
    void the_table(
            ScoutStanding standing, Boolean atSchool, boolean apply, boolean takePart, boolean meet, boolean beFound) {
        assertThat(standing.allows(Act.APPLY, atSchool)).isEqualTo(apply);
        assertThat(standing.allows(Act.TAKE_PART, atSchool)).isEqualTo(takePart);
        assertThat(standing.allows(Act.MEET, atSchool)).isEqualTo(meet);
        assertThat(standing.allows(Act.BE_FOUND, atSchool)).isEqualTo(beFound);
    }

    /** A room that compares standings by itself has decided for itself. */
    @Test
    void nobody_else_decides() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("tsunagu");
        for (ScoutStanding each : ScoutStanding.values()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("tsunagu.seeker")
                    .should()
                    .accessField(ScoutStanding.class, each.name())
                    .check(house);
        }
    }
}
