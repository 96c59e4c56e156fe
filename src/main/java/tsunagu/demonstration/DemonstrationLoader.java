package tsunagu.demonstration;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsunagu.city.CityOfficeForm;
import tsunagu.city.CityOfficeService;
import tsunagu.city.CityOfficeView;
import tsunagu.company.CompanyName;
import tsunagu.company.CompanyService;
import tsunagu.event.EventService;
import tsunagu.event.Exhibit;
import tsunagu.internship.InternshipService;
import tsunagu.posting.PostingService;
import tsunagu.shared.DatabaseReady;
import tsunagu.shared.Demonstration;
import tsunagu.shared.DemonstrationLoading;
import tsunagu.shared.FiscalYear;
import tsunagu.shared.ReferenceTable;
import tsunagu.shared.UseCase;

/** Enters the drawn city through the same doors people use, once, in the demonstration run only. */
@ApplicationScoped
public class DemonstrationLoader {

    private static final Logger LOG = Logger.getLogger(DemonstrationLoader.class.getName());

    /** Companies between two words about how far it is. */
    private static final int TOLD = 20;

    @Inject
    private CompanyService companies;

    @Inject
    private Entering entering;

    @Inject
    private CompanyPeople people;

    @Inject
    private EventPeople guests;

    @Inject
    private EventScenes scenes;

    @Inject
    private EvaluationScenes evaluations;

    @Inject
    private ConsultationScenes consultations;

    @Inject
    private MeetingScenes meetings;

    @Inject
    private BoothScenes booths;

    @Inject
    private InternshipScenes internships;

    @Inject
    private PrivacyScenes privacy;

    @Inject
    private CityOfficeService cityOffice;

    @Inject
    private PastRepository past;

    @Inject
    private Event<DemonstrationLoading> loading;

    @Inject
    private Clock clock;

    void load(@Observes @Priority(DatabaseReady.DEMONSTRATION + 1) DatabaseReady ready) {
        if (!Demonstration.on() || !companies.noneEntered()) {
            return;
        }
        DemonstrationCity city = DemonstrationCity.drawn(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
        List<Long> ids = new ArrayList<>();
        for (DemonstrationCity.Firm firm : city.firms()) {
            ids.add(entering.enter(firm));
            loading.fire(new DemonstrationLoading(ids.size(), city.firms().size()));
            if (ids.size() % TOLD == 0) {
                told("companies " + ids.size() + " of " + city.firms().size());
            }
        }
        past.publishOnFirstDays();
        told("events");
        long own = ids.get(city.firmOfTheDemonstration());
        city.events().forEach(event -> entering.hold(event, ids, own));
        told("people");
        people.settle(own);
        guests.settle();
        scenes.settle();
        told("evaluations");
        evaluations.settle();
        consultations.settle();
        contact();
        meetings.settle();
        booths.settle(own);
        internships.settle();
        privacy.settle();
        LOG.log(Level.INFO, "The demonstration city has {0} companies", ids.size());
    }

    /** 架空: the number leads nowhere. */
    private void contact() {
        ReferenceTable.Row row = ReferenceTable.read("/demo/city-office.csv").get(0);
        CityOfficeView now = cityOffice.office();
        cityOffice.set(
                new CityOfficeForm(
                        row.text("office"), row.text("phone"), row.text("hours"), "", 8, 21, now.municipality()),
                now.version());
    }

    /** Whoever started the portal waits for this, and reads it ({@code launch.PortalServer}). */
    private static void told(String what) {
        LOG.log(Level.INFO, "Demonstration data are being loaded: {0}", what);
    }

    /** One transaction for a company with all it offers. */
    @ApplicationScoped
    @Transactional
    static class Entering {

        @Inject
        private CompanyService companies;

        @Inject
        private PostingService postings;

        @Inject
        private InternshipService internships;

        @Inject
        private EventService events;

        @Inject
        private Clock clock;

        private static final int LARGE_FAIR = 8;

        @UseCase
        public long enter(DemonstrationCity.Firm firm) {
            CompanyName company = companies.enter(firm.profile());
            for (DemonstrationCity.JobOffer job : firm.jobs()) {
                if (job.firstTerms() == null) {
                    postings.publish(company.id(), job.terms());
                } else {
                    postings.revise(postings.publish(company.id(), job.firstTerms()), job.terms());
                }
            }
            firm.internships().forEach(plan -> internships.publish(company.id(), plan));
            return company.id();
        }

        @UseCase
        public void hold(DemonstrationCity.Happening happening, List<Long> companyIds, long own) {
            String code = events.create(happening.draft());
            Map<Long, Exhibit> booths = new HashMap<>();
            happening.exhibitors().forEach((firm, booth) -> booths.put(companyIds.get(firm), Exhibit.at(booth)));
            // The demonstration's company is at the large fairs to come, so that its meetings can be tried out.
            boolean coming = happening
                    .draft()
                    .sessions()
                    .get(0)
                    .date()
                    .isAfter(LocalDate.ofInstant(clock.instant(), FiscalYear.ZONE));
            if (coming && booths.size() >= LARGE_FAIR) {
                booths.putIfAbsent(own, Exhibit.at(String.valueOf(booths.size() + 1)));
            }
            events.exhibit(code, booths);
            events.publish(code, events.event(code).version());
        }
    }
}
