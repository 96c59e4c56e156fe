package tsunagu.seeker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tsunagu.shared.CurrentActor;
import tsunagu.shared.PersonalData;

/** What the profile says. */
@ApplicationScoped
class OwnProfile implements PersonalData {

    @Inject
    private ProfileRepository profiles;

    @Inject
    private CurrentActor currentActor;

    @Override
    public String section() {
        return "profile";
    }

    @Override
    public List<Map<String, String>> tell(Locale language) {
        Profile profile = profiles.profile(currentActor.get().personId());
        Map<String, String> row = new LinkedHashMap<>();
        if (profile.born() != null) {
            row.put("born", profile.born().toString().substring(0, 7));
        }
        if (profile.stage() != null) {
            row.put("stage", profile.stage().name());
        }
        profiles.sheet(currentActor.get().personId()).ifPresent(sheet -> {
            row.put("schoolName", sheet.school());
            row.put("course", sheet.course());
            row.put("finishes", Objects.toString(sheet.finishes(), ""));
            row.put("phone", sheet.phone());
            row.put("career", sheet.career());
            row.put("presentation", sheet.presentation());
        });
        profile.wishes().forEach((wish, values) -> row.put(wish.name(), String.join(", ", values)));
        profile.weights()
                .forEach((wish, weight) ->
                        row.put(wish.name() + ".weight", weight.value() + (weight.must() ? " must" : "")));
        return row.isEmpty() ? List.of() : List.of(row);
    }

    @Override
    public void forget() {
        profiles.forget(currentActor.get().personId());
    }
}
