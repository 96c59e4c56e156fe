package tsunagu.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import tsunagu.account.AccountService;
import tsunagu.plan.PlanService;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.Letter;

/** Tells the other side of an evaluation by mail that it is their turn. What nobody in person waits for is in the morning's list. */
@ApplicationScoped
class EvaluationLetters {

    @Inject
    private AccountService accounts;

    @Inject
    private PlanService plan;

    @Inject
    private Event<Letter> letters;

    /** To everybody who may approve, but whoever submitted. */
    void submitted(EvaluationSheet sheet, FiscalYear year) {
        accounts.managers().stream()
                .filter(each -> !each.equals(sheet.submittedBy()))
                .forEach(each -> tell(
                        each,
                        "submitted " + sheet.version(),
                        "evaluation.letter.submitted",
                        sheet.programmeId(),
                        year,
                        ""));
    }

    /**
     * To everybody who may approve one of them; at most once a day to each.
     *
     * @param submitters who submitted, of each sheet that waits: nobody approves their own
     * @return accounts written to
     */
    int waiting(FiscalYear year, List<Long> submitters, LocalDate today) {
        int written = 0;
        for (Long manager : accounts.managers()) {
            long sheets =
                    submitters.stream().filter(each -> !manager.equals(each)).count();
            if (sheets > 0) {
                written++;
                letters.fire(Letter.toAccount(
                        manager,
                        "evaluations wait " + year.code() + " " + manager + " " + today,
                        "evaluation.letter.waiting",
                        "/evaluations?year=" + year.code() + "&state=SUBMITTED",
                        year.reiwa(),
                        sheets));
            }
        }
        return written;
    }

    /** To whoever submitted it. */
    void sentBack(EvaluationSheet sheet, FiscalYear year, String why) {
        if (sheet.submittedBy() != null) {
            tell(
                    sheet.submittedBy(),
                    "sent back " + sheet.version(),
                    "evaluation.letter.sentBack",
                    sheet.programmeId(),
                    year,
                    why);
        }
    }

    /** To whoever submitted the sheet that is asked about; while nobody has, it is in the morning's list. */
    void commented(EvaluationSheet sheet, EvaluationComment comment) {
        if (sheet.submittedBy() != null && !sheet.submittedBy().equals(comment.saidBy())) {
            tell(
                    sheet.submittedBy(),
                    "commented " + comment.id(),
                    "evaluation.letter.commented",
                    comment.programmeId(),
                    comment.year(),
                    comment.text());
        }
    }

    /** To the member of the committee who had asked. */
    void answered(EvaluationComment comment) {
        tell(
                comment.saidBy(),
                "answered " + comment.id(),
                "evaluation.letter.answered",
                comment.programmeId(),
                comment.year(),
                comment.answer());
    }

    private void tell(long account, String what, String text, String programmeId, FiscalYear year, String words) {
        letters.fire(Letter.toAccount(
                account,
                "evaluation " + programmeId + " " + year.code() + " " + what + " " + account,
                text,
                "/evaluations/" + programmeId + "?year=" + year.code(),
                plan.programme(programmeId, year).name().name(),
                year.reiwa(),
                words));
    }
}
