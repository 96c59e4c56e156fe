package tsunagu.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.GivenReason;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;

/** 推進事業 of a year: a programme stays the same over the years, its number is given anew each year. */
@ApplicationScoped
@Transactional
public class ProgrammeService {

    @Inject
    private ProgrammeRegister register;

    @Inject
    private EventCountingQueries counting;

    @Inject
    private ChangeReason reason;

    @Inject
    private Locks locks;

    /** A published event that none of its programme's measures counts in a year. @param firstDay null where a paper names none */
    public record UncountedEvent(String code, String title, String type, LocalDate firstDay) {}

    /** Their kind, or all of their roles, are in none of the definitions. */
    @UseCase(allow = Role.STAFF, changes = false)
    public List<UncountedEvent> uncounted(String programmeId, FiscalYear year) {
        return counting.uncounted(programmeId, year).stream()
                .map(each -> new UncountedEvent(each.code(), each.title(), each.type(), each.firstDay()))
                .toList();
    }

    /** The year's programmes have numbers of their own. */
    @UseCase(allow = Role.STAFF, changes = false)
    public boolean numbered(FiscalYear year) {
        return register.numbered(year);
    }

    /**
     * Gives these programmes the numbers of a year, in the order in which they stand in the plan.
     *
     * @throws DomainException when the year has numbers already: papers may have been printed with them
     */
    @UseCase(allow = Role.STAFF)
    public void carryOver(FiscalYear year, List<String> programmeIds) {
        if (register.numbered(year)) {
            throw new DomainException("plan.error.numbered");
        }
        register.number(year, programmeIds);
    }

    /**
     * Gives the numbers of a year anew: of last year's programmes these go on, and what was added for the year stays in it.
     *
     * @param before all of last year's programmes
     * @param why kept in the trail
     */
    @UseCase(allow = Role.STAFF)
    public void renumber(FiscalYear year, List<String> before, List<String> goingOn, String why) {
        reason.because(GivenReason.of(why, "plan.error.renumberWhy"));
        List<String> added = register.of(year).stream()
                .filter(each -> !before.contains(each))
                .toList();
        register.takeNumbersBack(year);
        register.number(year, Stream.concat(goingOn.stream(), added.stream()).toList());
    }

    /** What a year's plan names without a place. */
    @UseCase(
            allow = {Role.STAFF, Role.MANAGER, Role.COMMITTEE},
            changes = false)
    public List<UnplacedProgramme> unplaced(FiscalYear year) {
        return register.unplaced(year);
    }

    /**
     * The name a programme has from a year on, and its 備考 in the year's plan (資料4). Papers of closed years stay as they are.
     *
     * @param seen what the year's plan said of it when the form was opened
     * @throws DomainException when the year's plan does not have the programme, or another one has the name
     * @throws tsunagu.shared.ConflictException when somebody else has written otherwise since
     */
    @UseCase(allow = Role.STAFF)
    public void say(ProgrammeWords seen, @Valid ProgrammeWords words) {
        if (!register.of(words.year()).contains(words.programmeId())) {
            throw new DomainException("plan.error.notInYear");
        }
        locks.hold(Lock.PROGRAMME, words.programmeId());
        Seen.unchanged(seen, register.words(words.year(), words.programmeId()), words);
        if (register.namedOtherwise(
                words.year(), words.programmeId(), words.newName().strip())) {
            throw new DomainException("plan.error.programmeTwice");
        }
        register.say(
                words.year(),
                words.programmeId(),
                words.newName().strip(),
                words.remark().strip());
    }

    /** @throws DomainException while the year has no numbers yet, or has a programme of this name */
    @UseCase(allow = Role.STAFF)
    public void add(@Valid NewProgramme programme) {
        if (!register.numbered(programme.year())) {
            throw new DomainException("plan.error.notNumbered");
        }
        if (register.named(programme.name().strip())) {
            throw new DomainException("plan.error.programmeTwice");
        }
        register.add(programme);
    }
}
