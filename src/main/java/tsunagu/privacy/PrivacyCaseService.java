package tsunagu.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tsunagu.shared.ConflictException;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.DomainException;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.StaffWork;
import tsunagu.shared.UseCase;

/**
 * 開示・訂正・利用停止 as cases with a day on which they have to be answered, for whoever asks: with an account, as a guest, or at the counter; and
 * 漏えい等, with what has to be reported when.
 */
@ApplicationScoped
@Transactional
public class PrivacyCaseService implements StaffWork {

    /** 83条1項, 94条1項, 102条1項. */
    static final int DAYS = 30;

    /** 83条2項, 94条2項, 102条2項: once. */
    static final int MORE_DAYS = 30;

    private static final int LONGEST_WHY = 500;
    private static final int LONGEST_ANSWER = 2000;

    @Inject
    private CaseRepository cases;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Clock clock;

    /** @return its number */
    @UseCase(allow = Role.STAFF)
    public long enter(@Valid PrivacyRequest request) {
        if (request.channel() == PrivacyRequest.Channel.FORM) {
            throw new DomainException("privacy.error.channel");
        }
        requirePast(request.receivedOn(), "privacy.error.receivedOn");
        return cases.add(
                request, request.receivedOn().plusDays(DAYS), currentActor.get().accountId());
    }

    @UseCase(
            allow = {Role.STAFF, Role.AUDITOR},
            changes = false)
    public CaseView one(long id) {
        return cases.one(id).orElseThrow(() -> new NotFoundException("case " + id));
    }

    /**
     * Thirty days more, once; the person has to be told in writing.
     *
     * @throws DomainException without a reason, or when the first thirty days are over
     * @throws ConflictException when it is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void extend(long id, int seen, String why) {
        if (why.isBlank() || why.length() > LONGEST_WHY) {
            throw new DomainException("privacy.error.extendWhy");
        }
        CaseView found = one(id);
        if (today().isAfter(found.dueOn())) {
            throw new DomainException("privacy.error.extendLate");
        }
        if (!cases.extend(id, seen, found.receivedOn().plusDays(DAYS + MORE_DAYS), why.strip())) {
            throw new ConflictException();
        }
    }

    /**
     * How it ended. Nothing is handed out to somebody of whom nobody knows who it is.
     *
     * @throws DomainException without outcome or words, or when it is not known who asks
     * @throws ConflictException when it is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void decide(
            long id, int seen, PrivacyRequest.Identity identity, PrivacyRequest.Outcome outcome, String answer) {
        if (outcome == null) {
            throw new DomainException("privacy.error.outcome");
        }
        if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
            throw new DomainException("privacy.error.answer");
        }
        if (identity == null
                || identity == PrivacyRequest.Identity.NONE
                        && (outcome == PrivacyRequest.Outcome.GRANTED || outcome == PrivacyRequest.Outcome.PARTLY)) {
            throw new DomainException("privacy.error.unknown");
        }
        if (!cases.decide(
                id,
                seen,
                identity,
                outcome,
                answer.strip(),
                today(),
                currentActor.get().accountId())) {
            throw new ConflictException();
        }
    }

    /** @return its number */
    @UseCase(allow = Role.STAFF)
    public long report(@Valid PrivacyIncident incident) {
        requireSound(incident);
        return cases.add(incident, currentActor.get().accountId());
    }

    /** @throws ConflictException when it is no longer as it was seen */
    @UseCase(allow = Role.STAFF)
    public void change(long id, int seen, @Valid PrivacyIncident incident) {
        requireSound(incident);
        if (!cases.change(id, seen, incident)) {
            throw new ConflictException();
        }
    }

    @UseCase(
            allow = {Role.STAFF, Role.AUDITOR},
            changes = false)
    public IncidentView incident(long id) {
        return cases.incident(id).orElseThrow(() -> new NotFoundException("incident " + id));
    }

    @Override
    @UseCase(allow = Role.STAFF, changes = false)
    public List<Waiting> staffWork() {
        List<Waiting> all =
                new ArrayList<>(Waiting.of("privacy.case.title", "/staff/privacy-cases?state=OPEN", cases.waiting()));
        all.addAll(Waiting.of("privacy.incident.title", "/staff/privacy-incidents?state=OPEN", cases.openIncidents()));
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE);
    }

    private void requireSound(PrivacyIncident incident) {
        incident.contradictions(today()).values().stream().findFirst().ifPresent(key -> {
            throw new DomainException(key);
        });
    }

    private void requirePast(LocalDate day, String message) {
        if (day.isAfter(today())) {
            throw new DomainException(message);
        }
    }
}
