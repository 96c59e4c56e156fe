package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.finding.JobCard;
import tsunagu.finding.JobPageView;
import tsunagu.posting.Employment;
import tsunagu.posting.Term;
import tsunagu.posting.WageUnit;
import tsunagu.web.PublicAddress;

/** A job; from {@code terms} on what only the record by itself has. @param daysOff a year */
@JsonbPropertyOrder({
    "code",
    "title",
    "open",
    "occupation",
    "industry",
    "employment",
    "area",
    "wage",
    "audiences",
    "features",
    "relocationGrant",
    "opensOn",
    "closesOn",
    "company",
    "daysOff",
    "url",
    "terms",
    "asOf",
    "firstPublishedAt",
    "editions"
})
public record JobAnswer(
        String code,
        String title,
        boolean open,
        String occupation,
        String industry,
        Employment employment,
        String area,
        Wage wage,
        List<String> audiences,
        List<String> features,
        boolean relocationGrant,
        LocalDate opensOn,
        LocalDate closesOn,
        CompanyReference company,
        Optional<Integer> daysOff,
        String url,
        Optional<Map<Term, String>> terms,
        Optional<LocalDate> asOf,
        Optional<String> firstPublishedAt,
        Optional<Integer> editions) {

    /** In yen. */
    @JsonbPropertyOrder({"unit", "min", "max"})
    public record Wage(WageUnit unit, int min, Optional<Integer> max) {}

    static JobAnswer of(JobCard card, Instant now, PublicAddress address) {
        return of(card, now, address, Optional.empty());
    }

    static JobAnswer of(JobPageView job, Instant now, PublicAddress address) {
        return of(job.card(), now, address, Optional.of(job));
    }

    private static JobAnswer of(JobCard card, Instant now, PublicAddress address, Optional<JobPageView> whole) {
        return new JobAnswer(
                card.code(),
                card.title(),
                card.window().isOpenAt(now),
                card.occupation(),
                card.industry(),
                card.employment(),
                card.area(),
                new Wage(card.wageUnit(), card.wageMin(), Optional.ofNullable(card.wageMax())),
                card.audiences(),
                card.features(),
                card.relocation(),
                card.opensOn(),
                card.closesOn(),
                CompanyReference.of(card.companyCode(), card.companyName(), address),
                Optional.ofNullable(card.daysOff()),
                address.of("/jobs/" + card.code()),
                whole.map(JobPageView::terms),
                whole.map(JobPageView::asOf),
                whole.map(job -> JapanTime.of(job.firstPublishedAt())),
                whole.map(job -> job.editions().size()));
    }
}
