package tsunagu.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import tsunagu.shared.DailyTask;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.UseCase;

/** Once a day: who comes tomorrow is reminded. */
@ApplicationScoped
@Transactional
public class ConsultationReminders implements DailyTask {

    @Inject
    private ConsultationRepository repository;

    @Inject
    private ConsultationService consultations;

    @Override
    public String task() {
        return "consultations";
    }

    @Override
    @UseCase(changes = false)
    public boolean writes() {
        return true;
    }

    @Override
    @UseCase
    public void run(LocalDate today) {
        remind(today.plusDays(1), "consultation.letter.tomorrow");
    }

    /** Nobody was told yesterday of what is today. */
    @Override
    @UseCase
    public void missed(LocalDate day, LocalDate today) {
        if (day.plusDays(1).equals(today)) {
            remind(today, "consultation.letter.today");
        }
    }

    private void remind(LocalDate day, String text) {
        Instant from = day.atStartOfDay(FiscalYear.ZONE).toInstant();
        repository
                .between(from, from.plus(Duration.ofDays(1)))
                .forEach(each -> consultations.remind(each.code(), text));
    }
}
