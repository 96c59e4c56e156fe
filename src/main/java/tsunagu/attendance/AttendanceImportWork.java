package tsunagu.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tsunagu.shared.LongWork;

/** A list of who was there that is too long for a page to wait for; about: the session's number. */
@ApplicationScoped
public class AttendanceImportWork implements LongWork {

    public static final String KIND = "attendance";

    @Inject
    private AttendanceImportService attendance;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int run(String about, String input, Progress progress) {
        return attendance.take(Long.parseLong(about), input, progress);
    }

    @Override
    public String result(String about) {
        return "/staff/sessions/" + about + "/roster";
    }
}
