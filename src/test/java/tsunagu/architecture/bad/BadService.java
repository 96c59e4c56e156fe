package tsunagu.architecture.bad;

import jakarta.faces.context.FacesContext;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import tsunagu.plan.PlanService;

/** Everything the house forbids, for the test that proves its rules bite. */
public class BadService {

    EntityManager entityManager;

    public Instant doWithoutSayingWho(PlanService plan) {
        FacesContext.getCurrentInstance();
        return plan == null ? Instant.now() : null;
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
