package tsunagu.internship;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import tsunagu.shared.Audience;
import tsunagu.shared.Typed;

/** A sheet with its numbers and days read; what is empty or cannot be read is null. */
record ReadInternship(
        InternshipSheet sheet,
        InternshipType type,
        LocalDate startsOn,
        LocalDate endsOn,
        Integer days,
        Integer workplaceDays,
        Boolean dataUsed,
        Integer capacity,
        LocalDate opensOn,
        LocalDate closesOn,
        LocalDate asOf,
        Set<Audience> audiences,
        Map<Disclosure, String> disclosures) {

    /** @param unreadable is told the field and the message key of everything that is no number or no day */
    static ReadInternship of(InternshipSheet sheet, BiConsumer<String, String> unreadable) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (Audience audience : Audience.values()) {
            if (sheet.text(InternshipSheet.AUDIENCE + audience).equals(InternshipSheet.YES)) {
                audiences.add(audience);
            }
        }
        Map<Disclosure, String> disclosures = new EnumMap<>(Disclosure.class);
        for (Disclosure item : Disclosure.values()) {
            String words = sheet.text(InternshipSheet.DISCLOSURE + item);
            if (!words.isEmpty()) {
                disclosures.put(item, words);
            }
        }
        InternshipType type = null;
        for (InternshipType each : InternshipType.values()) {
            type = each.name().equals(sheet.text(InternshipSheet.TYPE)) ? each : type;
        }
        String used = sheet.text(InternshipSheet.DATA_USED);
        return new ReadInternship(
                sheet,
                type,
                day(sheet, InternshipSheet.STARTS_ON, unreadable),
                day(sheet, InternshipSheet.ENDS_ON, unreadable),
                number(sheet, InternshipSheet.DAYS, unreadable),
                number(sheet, InternshipSheet.WORKPLACE_DAYS, unreadable),
                used.isEmpty() ? null : used.equals(InternshipSheet.YES),
                number(sheet, InternshipSheet.CAPACITY, unreadable),
                day(sheet, InternshipSheet.OPENS_ON, unreadable),
                day(sheet, InternshipSheet.CLOSES_ON, unreadable),
                day(sheet, InternshipSheet.AS_OF, unreadable),
                audiences,
                disclosures);
    }

    private static LocalDate day(InternshipSheet sheet, String field, BiConsumer<String, String> unreadable) {
        Typed<LocalDate> typed = Typed.day(sheet.text(field));
        if (typed.unreadable()) {
            unreadable.accept(field, "web.error.date");
        }
        return typed.value();
    }

    private static Integer number(InternshipSheet sheet, String field, BiConsumer<String, String> unreadable) {
        Typed<Integer> typed = Typed.wholeNumber(sheet.text(field));
        if (typed.unreadable()) {
            unreadable.accept(field, "web.error.number");
        }
        return typed.value();
    }

    /** For publishing; only after the rules found nothing that blocks. */
    InternshipPlan plan() {
        return new InternshipPlan(
                type,
                sheet.text(InternshipSheet.TITLE),
                sheet.text(InternshipSheet.CONTENT),
                sheet.text(InternshipSheet.AREA),
                sheet.text(InternshipSheet.PLACE),
                startsOn,
                endsOn,
                sheet.text(InternshipSheet.HOURS),
                days,
                workplaceDays,
                sheet.text(InternshipSheet.SUPERVISION),
                dataUsed,
                sheet.text(InternshipSheet.PAY),
                sheet.text(InternshipSheet.SUBSIDY),
                sheet.text(InternshipSheet.SELECTION),
                capacity,
                audiences,
                disclosures,
                opensOn,
                closesOn,
                asOf);
    }
}
