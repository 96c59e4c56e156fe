package tsunagu.opendata.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tsunagu.shared.DomainException;
import tsunagu.shared.MovedException;

class ProblemsTest {

    static List<Throwable> faults() {
        return List.of(
                new MovedException("/companies/x"),
                new IllegalStateException("the database's own words"),
                new IOException("checked"),
                new DomainException("finding.error.x"),
                new StackOverflowError());
    }

    /** Answered here they would be 500 with the exception's message, without a number and without the portal's page. */
    @ParameterizedTest
    @MethodSource("faults")
    void what_is_no_problem_of_the_asker_goes_on_to_the_route_filter(Throwable fault) {
        assertThatThrownBy(() -> new Problems().toResponse(fault)).isSameAs(fault);
    }
}
