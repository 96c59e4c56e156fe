package tsunagu.seeker.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.seeker.OwnSheet;
import tsunagu.seeker.ProfileService;
import tsunagu.seeker.Stage;
import tsunagu.web.Texts;

/** Forms to companies begin with what the person has kept for them (応募に使うこと). What they change there is theirs. */
@RequestScoped
public class OwnPrefill {

    @Inject
    private ProfileService profiles;

    @Inject
    private Texts texts;

    /**
     * @param typed fields of the form: phone, message and whether they are at high school
     * @param career name of the field for school and career; "" where the form has none
     * @return whether anything was filled in
     */
    public boolean fill(Map<String, String> typed, String career) {
        Stage stage = profiles.profile().stage();
        if (stage != null) {
            typed.put("atHighSchool", stage == Stage.HIGH_SCHOOL ? "yes" : "no");
        }
        OwnSheet sheet = profiles.sheet();
        typed.put("phone", sheet.phone());
        typed.put("message", sheet.presentation());
        if (!career.isEmpty()) {
            typed.put(career, career(sheet));
        }
        return stage != null || !sheet.empty();
    }

    /** What was just sent is what the next form begins with; school and course stay as they are. */
    public void keep(String phone, String career) {
        OwnSheet sheet = profiles.sheet();
        String before = school(sheet);
        String own = !before.isEmpty() && career.startsWith(before)
                ? career.substring(before.length()).strip()
                : career;
        profiles.keepSheet(sheet.with(phone, own));
    }

    private String career(OwnSheet sheet) {
        return Stream.of(school(sheet), sheet.career())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String school(OwnSheet sheet) {
        String finishes = sheet.finishes() == null ? "" : texts.of("seeker.finishesIn", sheet.finishes());
        return Stream.of(sheet.school(), sheet.course(), finishes)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
