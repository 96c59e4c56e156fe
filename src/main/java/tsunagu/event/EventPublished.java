package tsunagu.event;

/** An event became public: whoever has a part in it can be told. */
public record EventPublished(long event) {}
