package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tsunagu.evaluation.DifferenceRegister.Differs;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * 差分: what differs now from what was approved, by numbers that stay. Every night the chain is told of those that are new or ended, so that
 * none can be taken away afterwards without a trace.
 */
@ApplicationScoped
@Transactional
public class DifferenceService implements DailyTask {

    private static final Set<String> ENTERED = Set.of("TARGET", "REPORTED");

    /** Their words are why a number was entered, or where it was counted, and name no person. */
    private static final Set<String> NAMES_NOBODY = Set.of("TARGET", "REPORTED", "HEAD_COUNT");

    @Inject
    private DifferenceRegister register;

    @Inject
    private DifferenceRecords records;

    @Inject
    private CurrentActor currentActor;

    @Override
    @UseCase(changes = false)
    public String task() {
        return "differences";
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        records.tell(null);
    }

    /** What differs now from what was approved; each keeps its number. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> differences(String programmeId, FiscalYear year) {
        return differences(register.of(programmeId, year.year()))
                .filter(each -> each.ended() == null)
                .toList();
    }

    /** What differed once and does not any more, with its number. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> endedDifferences(String programmeId, FiscalYear year) {
        return differences(register.of(programmeId, year.year()))
                .filter(each -> each.ended() != null)
                .toList();
    }

    /** Of every approval that holds: those that are there, and those that were. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<Difference> differences() {
        return differences(register.of(null, null)).toList();
    }

    private Stream<Difference> differences(List<Differs> found) {
        // A difference is often one person: to the committee it says which measure and why, not when, where and as
        // whom.
        boolean everything = currentActor.get().hasAny(Set.of(Role.STAFF, Role.MANAGER));
        return found.stream().map(each -> {
            return new Difference(
                    each.number(),
                    each.approval(),
                    each.programme(),
                    each.year(),
                    each.measure(),
                    each.kind(),
                    everything ? each.eventCode() : null,
                    everything ? (orNothing(each.event()) + " " + orNothing(each.session())).strip() : "",
                    everything ? each.day() : null,
                    everything ? each.role() : null,
                    each.frozen(),
                    each.live(),
                    why(each),
                    everything || NAMES_NOBODY.contains(each.kind()) ? orNothing(each.reason()) : "",
                    each.foundAt(),
                    each.endedAt(),
                    each.record());
        });
    }

    private static String why(Differs found) {
        if (ENTERED.contains(found.kind()) || found.frozen() != null && found.live() != null) {
            return "CHANGED";
        }
        if (found.frozen() == null) {
            return "LATE";
        }
        return found.mergedAt() != null ? "MERGED" : found.undoneAt() != null ? "UNDONE" : "GONE";
    }

    private static String orNothing(String text) {
        return text == null ? "" : text;
    }
}
