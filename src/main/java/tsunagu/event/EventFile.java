package tsunagu.event;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import tsunagu.shared.Upload;

/** 配布資料 of an event. */
@Entity
@Table(name = "event_file")
class EventFile {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "tsunagu_seq")
    @SequenceGenerator(name = "tsunagu_seq", sequenceName = "tsunagu_seq", allocationSize = 50)
    private Long id;

    @Column(name = "event_id")
    private long eventId;

    private String name;

    private String type;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Column(name = "added_at")
    private Instant addedAt;

    @Version
    private int version;

    protected EventFile() {}

    EventFile(long eventId, Upload upload, Instant now) {
        this.eventId = eventId;
        this.name = upload.name();
        this.type = upload.mediaType();
        this.content = upload.content();
        this.addedAt = now;
    }

    Long id() {
        return id;
    }

    long eventId() {
        return eventId;
    }

    String name() {
        return name;
    }

    Upload upload() {
        return new Upload(name, type, content, 0, 0);
    }
}
