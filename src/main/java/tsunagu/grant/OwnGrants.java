package tsunagu.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;

/** 交付決定 to the person. The register of decisions is kept by law (文書管理規程) and is not deleted with the account. */
@ApplicationScoped
class OwnGrants implements PersonalData {

    @Inject
    private GrantRepository grants;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "grants";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        return grants.ofPerson(currentActor.get().personId(), language);
    }

    @Override
    public void forget() {
        // An official act stays in its register: the page says so before anything is deleted.
    }
}
