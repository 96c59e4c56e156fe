package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import tsunagu.shared.Actor;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DailyTask;
import tsunagu.shared.Keep;
import tsunagu.shared.PersonalRegister;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;

/**
 * 保存期間: what is kept about persons no longer than the register says goes every night (ASVS 14.2.7), and can be looked at before
 * it does.
 */
@ApplicationScoped
@Transactional
public class RetentionService implements DailyTask {

    private static final Logger LOG = Logger.getLogger(RetentionService.class.getName());

    /** How far the dry run looks ahead. */
    private static final Duration SOON = Duration.ofDays(30);

    @Inject
    private RetentionRepository rows;

    @Inject
    private RetentionStep step;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /**
     * One rule.
     *
     * @param tonight rows that go at the next run
     * @param soon rows that go within thirty days, those of tonight with them; null where nothing is kept that long
     * @param lastDay on which something went; null: never
     * @param gone how much then
     */
    public record Due(Keep keep, long tonight, Long soon, LocalDate lastDay, Long gone) {}

    private long due(Keep keep, Instant now) {
        return currentActor.as(Actor.system("retention"), () -> step.due(keep, now));
    }

    /** What would be deleted or blanked. Changes nothing. */
    @UseCase(
            allow = {Role.ADMINISTRATOR, Role.AUDITOR},
            changes = false)
    public List<Due> dryRun() {
        Instant now = clock.instant();
        Map<String, RetentionRepository.Done> last =
                rows.last().stream().collect(Collectors.toMap(RetentionRepository.Done::keep, Function.identity()));
        return PersonalRegister.ending().stream()
                .map(keep -> {
                    RetentionRepository.Done done = last.get(keep.name());
                    return new Due(
                            keep,
                            due(keep, now),
                            longer(keep.after()) ? due(keep, now.plus(SOON)) : null,
                            done == null ? null : done.day(),
                            done == null ? null : done.gone());
                })
                .toList();
    }

    private static boolean longer(Period kept) {
        return kept.toTotalMonths() > 0 || kept.getDays() > SOON.toDays();
    }

    @Override
    @UseCase(changes = false)
    public String task() {
        return "retention";
    }

    /** Each rule by itself; afterwards the failures, so that staff see that something fails. */
    @Override
    @UseCase(changes = false)
    public void run(LocalDate today) {
        Instant now = clock.instant();
        List<String> failed = new ArrayList<>();
        for (Keep keep : PersonalRegister.ending()) {
            try {
                long gone = step.end(keep, now);
                if (gone > 0) {
                    LOG.log(Level.INFO, "Kept no longer: {0}, {1} rows", new Object[] {keep.name(), gone});
                }
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "What is due by " + keep.name() + " could not be ended", e);
                failed.add(keep.name());
            }
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException("not ended: " + failed);
        }
    }
}
