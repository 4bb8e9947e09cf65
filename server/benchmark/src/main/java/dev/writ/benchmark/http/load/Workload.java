package dev.writ.benchmark.http.load;

/** A request that is sent over and over, and the status that it has to be answered with. */
public enum Workload {
    SMALL_GET("small GET", false, 200),
    SMALL_POST("small POST", false, 201),
    LARGE_POST("100 KB POST", false, 201),
    REJECTED_POST("rejected POST", false, 400),
    UNAUTHENTICATED("unauthenticated GET", false, 401),
    CHECKED_GET("small GET, answer checked", true, 200),
    CHECKED_POST("small POST, answer checked", true, 201);

    private final String title;
    private final boolean checked;
    private final int status;

    Workload(String title, boolean checked, int status) {
        this.title = title;
        this.checked = checked;
        this.status = status;
    }

    public String title() {
        return title;
    }

    /** Whether it is for services that check their answers too. */
    public boolean checked() {
        return checked;
    }

    public int status() {
        return status;
    }

    /** Whether the contract is what makes the answer: services without one cannot take part. */
    public boolean refused() {
        return status >= 400;
    }

    /** The request as it is sent. */
    public byte[] request() {
        return switch (this) {
            case SMALL_GET, CHECKED_GET -> Requests.order();
            case UNAUTHENTICATED -> Requests.orderWithoutKey();
            case SMALL_POST, CHECKED_POST -> Requests.post("/orders", Bodies.order());
            case LARGE_POST -> Requests.post("/batches", Bodies.orders());
            case REJECTED_POST -> Requests.post("/orders", Bodies.invalidOrder());
        };
    }
}
