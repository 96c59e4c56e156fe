package tsunagu.attendance.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import tsunagu.attendance.DoorInboxService;
import tsunagu.event.AttendanceRole;
import tsunagu.event.EventFileService;
import tsunagu.event.EventService;
import tsunagu.event.EventView;
import tsunagu.event.SessionView;
import tsunagu.print.PdfPrinter;
import tsunagu.registration.IntakeService;
import tsunagu.registration.Roster;
import tsunagu.shared.CityContact;
import tsunagu.shared.DomainException;
import tsunagu.shared.Upload;
import tsunagu.web.NoPdf;
import tsunagu.web.PublicAddress;
import tsunagu.web.RoutedRequest;

/** What staff print for an event, as PDF: the poster, badges, and the list on paper. */
@WebServlet("/internal/event-papers")
public class EventPapers extends HttpServlet {

    @Inject
    private transient EventService events;

    @Inject
    private transient EventFileService files;

    @Inject
    private transient IntakeService intake;

    @Inject
    private transient DoorInboxService door;

    @Inject
    private transient PublicAddress address;

    @Inject
    private transient CityContact.Known city;

    @Inject
    private transient PdfPrinter printer;

    /** @param plain its name for whoever cannot read the other */
    private record Paper(byte[] pdf, String plain, String name) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RoutedRequest routed = RoutedRequest.of(request);
        String file =
                routed.path().substring(routed.path().lastIndexOf('/') + 1).replace(".pdf", "");
        Paper paper;
        try {
            paper = file.startsWith("poster")
                    ? poster(routed.value("event"), file)
                    : file.equals("paper") ? list(routed.number("session")) : badges(routed.number("session"), file);
        } catch (DomainException noPdf) {
            NoPdf.because(noPdf, response, Locale.JAPANESE);
            return;
        }
        SentTable.send(response, paper.pdf(), "pdf", paper.plain(), paper.name());
    }

    private Paper poster(String code, String file) throws IOException {
        EventView event = events.event(code).event();
        PosterDocument.Content content = new PosterDocument.Content(
                event, events.exhibitors(code), picture(code), address.of("/events/" + event.code()), city.contact());
        PosterDocument.Paper size =
                PosterDocument.Paper.valueOf(file.replace("poster-", "").toUpperCase(Locale.ROOT));
        return new Paper(
                PosterDocument.of(content, size, printer),
                file,
                name(event.title(), PrintedParts.word("event.poster.title"), size.name()));
    }

    /** The first picture among the event's files; what was kept once can be drawn. */
    private BufferedImage picture(String code) throws IOException {
        for (EventFileService.Attached each : files.files(code)) {
            Upload file = files.read(code, each.id());
            if (file.mediaType().startsWith("image/")) {
                return ImageIO.read(new ByteArrayInputStream(file.content()));
            }
        }
        return null;
    }

    private Paper list(long session) {
        DoorInboxService.PaperList list = door.paper(session);
        return new Paper(
                PaperListDocument.of(list, printer),
                "list",
                name(list.session(), PrintedParts.word("event.paper.title")));
    }

    private Paper badges(long sessionId, String file) {
        SessionView session;
        List<BadgeDocument.Badge> badges;
        if (file.equals("badges")) {
            Roster roster = intake.roster(sessionId);
            session = roster.session();
            badges = BadgeDocument.people(roster.rows(), intake::ticket);
        } else {
            session = events.session(sessionId);
            badges = switch (file) {
                case "badges-exhibitors" -> BadgeDocument.exhibitors(events.exhibitors(session.eventCode()));
                case "badges-staff" -> BadgeDocument.sheet(BadgeDocument.role(AttendanceRole.STAFF));
                default -> BadgeDocument.sheet("");
            };
        }
        if (badges.isEmpty()) {
            badges = BadgeDocument.sheet(
                    file.equals("badges") ? "" : BadgeDocument.role(AttendanceRole.EXHIBITOR)); // to write on
        }
        return new Paper(
                BadgeDocument.of(session, badges, printer),
                file,
                name(session, PrintedParts.word("event.badges.title")));
    }

    private static String name(SessionView session, String what) {
        return name(
                session.eventTitle(),
                session.times().heldOn() == null ? "" : session.times().heldOn().toString(),
                what);
    }

    private static String name(String... parts) {
        return Stream.of(parts).filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
    }
}
