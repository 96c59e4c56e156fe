package tsunagu.plan;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import tsunagu.audit.ChangeReason;
import tsunagu.shared.ConflictException;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Locks;
import tsunagu.shared.Locks.Lock;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.Seen;
import tsunagu.shared.UseCase;

/** What measures count: read by everybody, changed by staff who saw what the change does. */
@ApplicationScoped
@Transactional
public class DefinitionService {

    @Inject
    private DefinitionRegister register;

    @Inject
    private PlanQueries queries;

    @Inject
    private PlanPeriods periods;

    @Inject
    private ChangeReason reason;

    @Inject
    private Locks locks;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** A figure of a year as it is, and as it would be. */
    public record Effect(Figure before, Figure after) {

        public boolean changes() {
            return before.kind() != after.kind()
                    || (before.actual() == null
                            ? after.actual() != null
                            : after.actual() == null || before.actual().compareTo(after.actual()) != 0);
        }
    }

    /** The years of all plans, the earliest first. */
    @UseCase(anyone = true, changes = false)
    public List<FiscalYear> years() {
        return periods.years();
    }

    /** All definitions of a measure, the latest first: an old year keeps the one that was in force. */
    @UseCase(anyone = true, changes = false)
    public List<MeasureDefinition> definitions(String programmeId, String measure) {
        return register.definitions(programmeId, measure);
    }

    /**
     * What a definition would do to the figures of the plan's years: it is made, counted by, and taken back.
     *
     * @throws DomainException when an approved year would be counted by it
     */
    @UseCase(allow = Role.STAFF)
    public List<Effect> preview(@Valid MeasureDefinition definition) {
        transaction.setRollbackOnly();
        List<Figure> before = figures(definition);
        write(definition);
        List<Figure> after = figures(definition);
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (before.get(i).year().compareTo(definition.from()) >= 0) {
                effects.add(new Effect(before.get(i), after.get(i)));
            }
        }
        return effects;
    }

    /** Another one when the measure was defined otherwise, for whatever year. */
    @UseCase(allow = Role.STAFF, changes = false)
    public String stamp(String programmeId, String measure) {
        return register.stamp(programmeId, measure);
    }

    /**
     * @param seen {@link #stamp} when the form was opened
     * @throws DomainException when an approved year would be counted by it
     * @throws ConflictException when somebody has defined it otherwise since
     */
    @UseCase(allow = Role.STAFF)
    public void define(String seen, @Valid MeasureDefinition definition) {
        locks.hold(Lock.PROGRAMME, definition.programmeId());
        Seen.unchanged(seen, stamp(definition.programmeId(), definition.measure()), null);
        write(definition);
    }

    private void write(MeasureDefinition definition) {
        if (definition.fromRecords() && definition.counting() == Counting.MANUAL) {
            throw new DomainException("plan.error.manual");
        }
        if (definition.datedBy() != null && !definition.datedBy().fits(definition.counting())) {
            throw new DomainException("plan.error.datedBy");
        }
        long id = queries.measureId(definition.programmeId(), definition.measure())
                .orElseThrow(() -> new NotFoundException("measure " + definition.measure()));
        reason.because(definition.reason());
        register.define(id, definition);
    }

    private List<Figure> figures(MeasureDefinition definition) {
        return queries.figures(definition.programmeId(), periods.first(), periods.last()).stream()
                .filter(each -> each.measure().equals(definition.measure()))
                .toList();
    }
}
