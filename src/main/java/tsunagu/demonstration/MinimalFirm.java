package tsunagu.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tsunagu.company.CompanyProfile;
import tsunagu.company.CompanyProfile.Place;

/** A company that filled in nothing but what it had to. */
final class MinimalFirm {

    private MinimalFirm() {}

    static CompanyProfile profile(Phrases phrases) {
        Place place = new Place(phrases.deal("minimal.place"), "SENMAYA", phrases.deal("minimal.address"));
        return new CompanyProfile(
                null,
                phrases.deal("minimal.name"),
                phrases.deal("minimal.reading"),
                "I60",
                phrases.deal("minimal.summary"),
                "",
                "",
                "",
                "",
                null,
                null,
                null,
                "",
                Set.of(),
                Map.of(),
                List.of(place),
                "",
                List.of(),
                List.of(),
                List.of(),
                "");
    }
}
