package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tsunagu.evaluation.DifferenceRegister.Untold;
import tsunagu.evaluation.OfficialRegister.Last;

/**
 * Tells the chain of differences: an entry for each approval whose differences are new or ended since the last one. It says numbers and
 * measures, no event, day, role or person: a difference is often one person.
 */
@ApplicationScoped
class DifferenceRecords {

    @Inject
    private OfficialRegister register;

    @Inject
    private DifferenceRegister differences;

    @Inject
    private Clock clock;

    /** @param programmeId null for all programmes */
    void tell(String programmeId) {
        Last last = register.hold();
        Map<Long, List<Untold>> byApproval = differences.untold(programmeId).stream()
                .collect(Collectors.groupingBy(Untold::approval, LinkedHashMap::new, Collectors.toList()));
        Instant now = clock.instant();
        for (List<Untold> untold : byApproval.values()) {
            Untold first = untold.get(0);
            long seq = last.seq() + 1;
            String content = RecordContent.differences(seq, last.hash(), now, untold);
            last = register.add(seq, "DIFFERENCES", first.programmeId(), first.year(), content, last, now, null);
            untold.forEach(each -> differences.told(each, seq));
        }
    }
}
