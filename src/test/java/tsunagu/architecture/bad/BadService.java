package tsunagu.architecture.bad;

import jakarta.faces.context.FacesContext;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import javax.sql.DataSource;
import tsunagu.plan.PlanService;

/** Everything the house forbids, for the test that proves its rules bite. */
public class BadService {

    EntityManager entityManager;

    DataSource dataSource;

    public Instant doWithoutSayingWho(PlanService plan) {
        FacesContext.getCurrentInstance();
        return plan == null ? Instant.now() : null;
    }

    /** Every clock there is. */
    public List<Object> now() {
        return List.of(
                LocalDateTime.now(),
                ZonedDateTime.now(),
                OffsetDateTime.now(),
                LocalTime.now(),
                YearMonth.now(),
                Year.now(),
                new Date(),
                Calendar.getInstance(),
                Clock.systemDefaultZone());
    }

    /** An entity anybody can change. */
    @Entity
    public static class BadEntity {

        String name;

        public void setName(String name) {
            this.name = name;
        }
    }
}
