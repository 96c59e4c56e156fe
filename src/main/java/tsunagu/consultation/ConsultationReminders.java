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
    @UseCase
    public void run(LocalDate today) {
        Instant from = today.plusDays(1).atStartOfDay(FiscalYear.ZONE).toInstant();
        repository.between(from, from.plus(Duration.ofDays(1)))
                .forEach(each -> consultations.tell(each.code(), "consultation.letter.tomorrow"));
    }
}
