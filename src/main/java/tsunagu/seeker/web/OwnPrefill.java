package tsunagu.seeker.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tsunagu.seeker.OwnSheet;
import tsunagu.seeker.ProfileService;
import tsunagu.shared.FiscalYear;
import tsunagu.web.Texts;

/** Forms to companies begin with what the person has kept for them (応募に使うこと). What they change there is theirs. */
@RequestScoped
public class OwnPrefill {

    @Inject
    private ProfileService profiles;

    @Inject
    private Texts texts;

    @Inject
    private Clock clock;

    /**
     * @param typed fields of the form: phone, message and whether they are at high school
     * @param career name of the field for school and career; "" where the form has none
     * @return whether anything was filled in
     */
    public boolean fill(Map<String, String> typed, String career) {
        Boolean pupil = profiles.profile().atHighSchool(LocalDate.now(clock.withZone(FiscalYear.ZONE)));
        if (pupil != null) {
            typed.put("atHighSchool", pupil ? "yes" : "no");
        }
        OwnSheet sheet = profiles.sheet();
        typed.put("phone", sheet.phone());
        typed.put("message", sheet.presentation());
        if (!career.isEmpty()) {
            typed.put(career, career(sheet));
        }
        return pupil != null || !sheet.empty();
    }

    /** What was just sent is what the next form begins with; school and course stay as they are. */
    public void keep(String phone, String career) {
        OwnSheet sheet = profiles.sheet();
        String[] lines = career.split("\\R", 2);
        boolean begins = lines[0].strip().equals(school(sheet));
        String own = begins ? (lines.length > 1 ? lines[1].strip() : "") : career;
        profiles.keepSheet(
                sheet.with(phone.isEmpty() ? sheet.phone() : phone, own.isEmpty() ? sheet.career() : shortened(own)));
    }

    private static String shortened(String words) {
        return words.length() <= OwnSheet.LONGEST_CAREER ? words : words.substring(0, OwnSheet.LONGEST_CAREER);
    }

    private String career(OwnSheet sheet) {
        return Stream.of(school(sheet), sheet.career())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String school(OwnSheet sheet) {
        String finishes = sheet.finishes() == null
                ? ""
                : texts.of("seeker.finishesIn", sheet.finishes().toString());
        return Stream.of(sheet.school(), sheet.course(), finishes)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
