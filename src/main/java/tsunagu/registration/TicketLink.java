package tsunagu.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.account.PersonRegister;
import tsunagu.shared.HeldByLink;
import tsunagu.shared.NotFoundException;

/** The link of a guest's ticket. */
@ApplicationScoped
class TicketLink implements HeldByLink {

    @Inject
    private RegistrationRepository registrations;

    @Inject
    private PersonRegister names;

    @Override
    public Holder holder(String secret) {
        Registration held = registrations
                .byToken(secret)
                .filter(Registration::guest)
                .orElseThrow(() -> new NotFoundException("link"));
        String name = names.ofPerson(held.personId());
        if (name == null) {
            throw new NotFoundException("link of nobody");
        }
        return new Holder(
                name,
                held.guestEmail() == null ? "" : held.guestEmail(),
                "/staff/sessions/" + held.sessionId() + "/registrations/" + held.shortCode());
    }
}
