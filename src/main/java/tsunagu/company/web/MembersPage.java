package tsunagu.company.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.company.AdmissionService;
import tsunagu.company.CompanyName;
import tsunagu.company.Joining;
import tsunagu.company.MemberRole;
import tsunagu.company.MemberView;
import tsunagu.company.Membership;
import tsunagu.company.MembershipService;
import tsunagu.shared.MailAddress;
import tsunagu.web.FormErrors;
import tsunagu.web.RowAct;
import tsunagu.web.Web;

/** Who acts for the company: members, invitations, hand-over; and the page behind an invitation's link. */
@Named
@RequestScoped
public class MembersPage {

    @Inject
    private MembershipService memberships;

    @Inject
    private FormErrors errors;

    @Inject
    private RowAct act;

    @Inject
    private Web web;

    @Inject
    private AdmissionService admissions;

    private List<Joining> joining;
    private Membership own;
    private List<MemberView.Invited> invitations;
    private Optional<CompanyName> invitedTo;
    private String note = "";
    private MemberRole role = MemberRole.EDITOR;
    private String email = "";
    private String mailedTo = "";
    private String link = "";

    public Membership getOwn() {
        if (own == null) {
            own = memberships.own();
        }
        return own;
    }

    public List<MemberView.Invited> getInvitations() {
        if (invitations == null) {
            invitations = memberships.invitations();
        }
        return invitations;
    }

    public void invite() {
        errors.need("note", note, MembershipService.LONGEST_NOTE, "company.error.inviteWhom");
        errors.need("email", email.isBlank() || MailAddress.plausible(email), "web.error.mailAddress");
        if (errors.isNone()
                && errors.attempt(
                        () -> link =
                                web.absolute("/company/invitations/" + memberships.invite(role, note, email.strip())),
                        Map.of(
                                "company.error.inviteWhom", "note",
                                "web.error.mailAddress", "email",
                                "company.error.invitedAlready", "email",
                                "company.error.invitesAddress", "email"))) {
            note = "";
            mailedTo = email.isBlank() ? "" : MailAddress.checked(email);
            email = "";
            invitations = null;
        }
    }

    /** People who asked for admission with this company's number. */
    public List<Joining> getJoining() {
        if (joining == null) {
            joining = admissions.joining();
        }
        return joining;
    }

    public void welcome() {
        done(() -> admissions.welcome(act.record(), act.version()), "welcomed");
    }

    public void turnAway() {
        done(() -> admissions.turnAway(act.record(), act.version()), "turned-away");
    }

    public void withdraw() {
        done(() -> memberships.withdrawInvitation(act.number()), "withdrawn");
    }

    public void makeOwner() {
        done(() -> memberships.setRole(act.number(), act.version(), MemberRole.OWNER), "owner");
    }

    public void makeEditor() {
        done(() -> memberships.setRole(act.number(), act.version(), MemberRole.EDITOR), "editor");
    }

    public void remove() {
        done(() -> memberships.remove(act.number(), act.version()), "removed");
    }

    public void accept() {
        if (errors.attempt(() -> web.actFor(memberships.accept(web.value("secret"))))) {
            web.go(web.url("/company") + "?done=joined");
        }
    }

    private void done(Runnable useCase, String word) {
        if (errors.attempt(useCase)) {
            web.go(
                    memberships.find().isPresent()
                            ? web.url("/company/members") + "?done=" + word
                            : web.url("/company"));
        }
    }

    /** The company behind the link, or null when the link does not work any more. */
    public CompanyName getInvitedTo() {
        if (invitedTo == null) {
            invitedTo = memberships.invitedTo(web.value("secret"));
        }
        return invitedTo.orElse(null);
    }

    public MemberRole[] getRoles() {
        return MemberRole.values();
    }

    public String getLink() {
        return link;
    }

    /** Where the link was mailed, "" when it was not. */
    public String getMailedTo() {
        return mailedTo;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public MemberRole getRole() {
        return role;
    }

    public void setRole(MemberRole role) {
        this.role = role;
    }
}
