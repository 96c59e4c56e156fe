package tsunagu.participation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tsunagu.grant.GrantForm;
import tsunagu.grant.GrantRecipient;
import tsunagu.grant.GrantService;
import tsunagu.internship.InternshipService;
import tsunagu.shared.ConflictException;
import tsunagu.shared.NotFoundException;
import tsunagu.shared.Role;
import tsunagu.shared.UseCase;
import tsunagu.shared.Viewing;
import tsunagu.shared.Viewings;

/** インターンシップ促進助成金: travel and lodging of participants, granted by the city. */
@ApplicationScoped
@Transactional
public class SubsidyService {

    static final String PROGRAMME = "internship-subsidy";

    @Inject
    private Viewings viewings;

    @Inject
    private ParticipationRepository participations;

    @Inject
    private InternshipService internships;

    @Inject
    private GrantService grants;

    /** Somebody who came and wishes for the grant. */
    public record Wish(
            String code,
            String name,
            String company,
            String internship,
            int days,
            LocalDate endsOn,
            boolean granted,
            int version) {}

    @UseCase(allow = Role.STAFF, changes = false)
    public List<Wish> wishes() {
        List<Participation> wishing = participations.wishing();
        viewings.opened(
                Viewing.What.SUBSIDIES,
                "",
                wishing.stream().map(Participation::personId).toList());
        Set<String> granted =
                grants.granted(wishing.stream().map(each -> about(each.code())).toList());
        return wishing.stream()
                .map(each -> new Wish(
                        each.code(),
                        each.name(),
                        internships.target(each.internshipId()).company().name(),
                        internships.target(each.internshipId()).title(),
                        each.days(),
                        participations.session(each.sessionId()).endsOn(),
                        granted.contains(about(each.code())),
                        each.version()))
                .toList();
    }

    /**
     * @param amount yen
     * @throws ConflictException when it was granted meanwhile, or the participation is no longer as it was seen
     */
    @UseCase(allow = Role.STAFF)
    public void grant(String code, int seenVersion, Long amount, LocalDate decidedOn) {
        Participation participation = participations
                .find(code)
                .filter(each -> each.state() == ParticipationState.PARTICIPATED)
                .orElseThrow(() -> new NotFoundException("participation " + code));
        if (participation.version() != seenVersion
                || !grants.granted(List.of(about(code))).isEmpty()) {
            throw new ConflictException();
        }
        grants.decide(new GrantForm(
                PROGRAMME,
                about(code),
                GrantRecipient.PERSON,
                participation.personId(),
                null,
                participation.name(),
                1,
                0,
                amount,
                decidedOn,
                "",
                null,
                ""));
    }

    private static String about(String code) {
        return "participation " + code;
    }
}
