package tsunagu.opendata.web;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsunagu.finding.InternshipCard;
import tsunagu.finding.InternshipPageView;
import tsunagu.internship.Disclosure;
import tsunagu.web.PublicAddress;

/** An internship; from {@code content} on what only the record by itself has. @param type 1 to 4 of the agreement of three ministries */
@JsonbPropertyOrder({
    "code",
    "title",
    "open",
    "type",
    "mayBeCalledInternship",
    "dataUsedInRecruiting",
    "area",
    "startsOn",
    "endsOn",
    "days",
    "workplaceDays",
    "audiences",
    "subsidy",
    "closesOn",
    "company",
    "capacity",
    "url",
    "content",
    "hours",
    "supervision",
    "disclosures",
    "asOf"
})
public record InternshipAnswer(
        String code,
        String title,
        boolean open,
        int type,
        boolean mayBeCalledInternship,
        boolean dataUsedInRecruiting,
        String area,
        LocalDate startsOn,
        LocalDate endsOn,
        int days,
        int workplaceDays,
        List<String> audiences,
        String subsidy,
        LocalDate closesOn,
        CompanyReference company,
        Optional<Integer> capacity,
        String url,
        Optional<String> content,
        Optional<String> hours,
        Optional<String> supervision,
        Optional<Map<Disclosure, String>> disclosures,
        Optional<LocalDate> asOf) {

    static InternshipAnswer of(InternshipCard card, Instant now, PublicAddress address) {
        return of(card, now, address, Optional.empty());
    }

    static InternshipAnswer of(InternshipPageView internship, Instant now, PublicAddress address) {
        return of(internship.card(), now, address, Optional.of(internship));
    }

    private static InternshipAnswer of(
            InternshipCard card, Instant now, PublicAddress address, Optional<InternshipPageView> whole) {
        return new InternshipAnswer(
                card.code(),
                card.title(),
                card.window().isOpenAt(now),
                card.type().number(),
                card.type().mayBeCalledInternship(),
                card.dataUsed(),
                card.area(),
                card.startsOn(),
                card.endsOn(),
                card.days(),
                card.workplaceDays(),
                card.audiences(),
                card.subsidy(),
                card.closesOn(),
                CompanyReference.of(card.companyCode(), card.companyName(), address),
                Optional.ofNullable(card.capacity()),
                address.of("/internships/" + card.code()),
                whole.map(InternshipPageView::content),
                whole.map(InternshipPageView::hours),
                whole.map(InternshipPageView::supervision),
                whole.map(InternshipPageView::disclosures),
                whole.map(InternshipPageView::asOf));
    }
}
