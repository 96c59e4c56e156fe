package tsunagu.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tsunagu.company.CompanyProfile;
import tsunagu.event.EventDraft;
import tsunagu.internship.InternshipPlan;
import tsunagu.posting.JobTerms;

/** An invented city of companies, jobs, internships and events; the same for the same day. */
public final class DemonstrationCity {

    private static final long SEED = 20_231_021L;
    private static final int JOBS = 620;
    private static final int INTERNSHIPS = 84;

    /** A company with what it offers. */
    public record Firm(CompanyProfile profile, List<JobOffer> jobs, List<InternshipPlan> internships) {}

    /** @param firstTerms an earlier edition, mostly null */
    public record JobOffer(JobTerms terms, JobTerms firstTerms) {}

    /** @param exhibitors booth by index of the firm */
    public record Happening(EventDraft draft, Map<Integer, String> exhibitors) {}

    private final List<Firm> firms;
    private final List<Happening> events;

    private DemonstrationCity(List<Firm> firms, List<Happening> events) {
        this.firms = List.copyOf(firms);
        this.events = List.copyOf(events);
    }

    public static DemonstrationCity drawn(LocalDate today) {
        Dice dice = new Dice(SEED);
        Phrases phrases = new Phrases(
                dice, "trade-phrases", "phrases", "terms", "job-phrases", "internship-phrases", "event-phrases");
        List<DrawnFirm> drafts = drafts(today, dice, phrases);
        Jobs jobs = new Jobs(today, dice, phrases);
        List<Integer> counts = jobs.shared(drafts, JOBS);
        List<List<InternshipPlan>> plans = new Internships(today, dice, phrases, jobs).drawn(drafts, INTERNSHIPS);
        List<Firm> firms = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            DrawnFirm draft = drafts.get(i);
            firms.add(new Firm(draft.profile(), jobs.drawn(draft, counts.get(i)), plans.get(i)));
        }
        firms.add(new Firm(MinimalFirm.profile(phrases), List.of(), List.of()));
        return new DemonstrationCity(firms, new Happenings(today, dice, phrases).drawn(drafts));
    }

    /** Index of a firm is what {@link Happening#exhibitors} refers to. */
    public List<Firm> firms() {
        return firms;
    }

    /** Index of the company that the demonstration's account acts for: a maker with several jobs and internships. */
    int firmOfTheDemonstration() {
        for (int i = 0; i < firms.size(); i++) {
            Firm firm = firms.get(i);
            if (firm.profile().industry().startsWith("E")
                    && firm.jobs().size() >= 4
                    && !firm.internships().isEmpty()) {
                return i;
            }
        }
        return 0;
    }

    public List<Happening> events() {
        return events;
    }

    private static List<DrawnFirm> drafts(LocalDate today, Dice dice, Phrases phrases) {
        Profiles profiles = new Profiles(today, dice, phrases);
        List<DrawnFirm> drafts = new ArrayList<>();
        for (Trade trade : Trade.all()) {
            for (int i = 0; i < trade.firms(); i++) {
                drafts.add(profiles.drawn(trade));
            }
        }
        return dice.shuffled(drafts);
    }
}
