package fr.ruche.workshop;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Programmes, their versions and files, in plain SQL. Whoever changes a version holds its row. */
@Component
class VersionTables {

    private static final String VERSION = "select v.*, p.name as programme_name, p.deployment as deployment_name,"
            + " b.number as basis_number, r.state as request_state from programme_version v"
            + " join programme p on p.code = v.programme left join programme_version b on b.id = v.basis"
            + " left join programme_request r on r.version = v.id and r.state in ('OPEN', 'APPROVED')";

    private final JdbcClient sql;

    VersionTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whether there was none of this code or deployment before. */
    boolean add(String code, String name, String deployment, String by, Instant at) {
        return sql.sql("insert into programme (code, name, deployment, created_by, created_at) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(code, name, deployment, by, Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Whether the program brings other files for it than the last time. */
    boolean bring(String code, String name, String digest) {
        return sql.sql("update programme set shipped = ?, name = ? where code = ? and shipped is distinct from ?")
                        .params(digest, name, code, digest)
                        .update()
                == 1;
    }

    List<ProgrammeRow> programmes() {
        return sql.sql("select * from programme order by code")
                .query(VersionTables::programme)
                .list();
    }

    /** Those of which a version is in service, by name. */
    List<ProgrammeRow> served() {
        return sql.sql("select p.* from programme p join programme_version v on v.programme = p.code"
                        + " and v.state = 'PUBLISHED' order by p.name, p.code")
                .query(VersionTables::programme)
                .list();
    }

    /** Code of the one whose deployments have this name. */
    Optional<String> ofDeployment(String name) {
        return sql.sql("select code from programme where deployment = ?")
                .param(name)
                .query(String.class)
                .optional();
    }

    /** Until the end of the transaction nobody else puts a version of it into service, or adds one. */
    Optional<ProgrammeRow> holdProgramme(String code) {
        return sql.sql("select * from programme where code = ? for update")
                .param(code)
                .query(VersionTables::programme)
                .optional();
    }

    private static ProgrammeRow programme(ResultSet row, int number) throws SQLException {
        return new ProgrammeRow(row.getString("code"), row.getString("name"), row.getString("deployment"));
    }

    /** The newest first. */
    List<VersionRow> versions(String programme) {
        return sql.sql(VERSION + " where v.programme = ? order by v.number desc")
                .param(programme)
                .query(VersionTables::version)
                .list();
    }

    Optional<VersionRow> find(UUID id) {
        return sql.sql(VERSION + " where v.id = ?")
                .param(id)
                .query(VersionTables::version)
                .optional();
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<VersionRow> hold(UUID id) {
        return sql.sql(VERSION + " where v.id = ? for update of v")
                .param(id)
                .query(VersionTables::version)
                .optional();
    }

    Optional<VersionRow> inService(String programme) {
        return sql.sql(VERSION + " where v.programme = ? and v.state = 'PUBLISHED'")
                .param(programme)
                .query(VersionTables::version)
                .optional();
    }

    /** What the version in service consists of, content by bare file name; empty when none is. */
    Map<String, byte[]> contentsInService(String programme) {
        return inService(programme).map(one -> contents(one.id())).orElse(Map.of());
    }

    /** Its programme is held. */
    UUID open(String programme, Origin origin, @Nullable UUID basis, String comment, String by, Instant at) {
        var id = UUID.randomUUID();
        sql.sql(
                        "insert into programme_version (id, programme, number, state, origin, basis, comment, created_by, created_at)"
                                + " select ?, ?, coalesce(max(number), 0) + 1, 'DRAFT', ?, ?, ?, ?, ?"
                                + " from programme_version where programme = ?")
                .params(id, programme, origin.name(), basis, comment, by, Timestamp.from(at), programme)
                .update();
        return id;
    }

    void copy(UUID from, UUID to) {
        sql.sql("insert into programme_file (version, name, content, revision, changed_by, changed_at)"
                        + " select ?, name, content, 1, changed_by, changed_at from programme_file where version = ?")
                .params(to, from)
                .update();
    }

    /** What was changed in a version that nobody approved is still to be approved by somebody else. */
    void inherit(UUID from, UUID to) {
        sql.sql("insert into programme_change (version, file, author, told_at)"
                        + " select ?, file, author, told_at from programme_change where version = ?"
                        + " union select ?, '', created_by, created_at from programme_version where id = ?"
                        + " on conflict do nothing")
                .params(to, from, to, from)
                .update();
    }

    void comment(UUID id, String comment) {
        sql.sql("update programme_version set comment = ? where id = ?")
                .params(comment, id)
                .update();
    }

    /** Counts a change of its files, which makes it a draft with nothing planned; its new revision. */
    int change(UUID id) {
        return sql.sql("update programme_version set revision = revision + 1, state = 'DRAFT', publish_at = null,"
                        + " publish_by = null, publish_failure = null where id = ? returning revision")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void state(UUID id, VersionState state) {
        sql.sql("update programme_version set state = ?, publish_at = null, publish_by = null where id = ?")
                .params(state.name(), id)
                .update();
    }

    void plan(UUID id, @Nullable Instant at, @Nullable String by) {
        sql.sql("update programme_version set publish_at = ?, publish_by = ?, publish_failure = null where id = ?")
                .params(at == null ? null : Timestamp.from(at), by, id)
                .update();
    }

    void failed(UUID id, String why) {
        sql.sql("update programme_version set publish_at = null, publish_by = null, publish_failure = ? where id = ?")
                .params(why, id)
                .update();
    }

    void publish(UUID id, String programme, String deployment, String by, Instant at) {
        sql.sql("update programme_version set state = 'RETIRED' where programme = ? and state = 'PUBLISHED'")
                .param(programme)
                .update();
        sql.sql("update programme_version set state = 'PUBLISHED', deployment = ?, published_by = ?, published_at = ?,"
                        + " publish_at = null, publish_by = null, publish_failure = null where id = ?")
                .params(deployment, by, Timestamp.from(at), id)
                .update();
    }

    /** Ids of those that are to be in service by now, the first planned first. */
    List<UUID> due(Instant now) {
        return sql.sql("select id from programme_version where publish_at <= ? order by publish_at, id")
                .param(Timestamp.from(now))
                .query(UUID.class)
                .list();
    }

    List<FileRow> files(UUID version) {
        return sql.sql("select f.name, f.revision, length(f.content) as size, f.changed_by, f.changed_at,"
                        + " p.holder, p.until from programme_file f"
                        + " left join programme_pen p on p.version = f.version and p.file = f.name"
                        + " where f.version = ? order by f.name")
                .param(version)
                .query(VersionTables::file)
                .list();
    }

    Optional<FileRow> file(UUID version, String name) {
        return files(version).stream().filter(file -> file.name().equals(name)).findFirst();
    }

    Optional<byte[]> content(UUID version, String name) {
        return sql.sql("select content from programme_file where version = ? and name = ?")
                .params(version, name)
                .query(byte[].class)
                .optional();
    }

    Map<String, byte[]> contents(UUID version) {
        var contents = new LinkedHashMap<String, byte[]>();
        sql.sql("select name, content from programme_file where version = ? order by name")
                .param(version)
                .query(row -> {
                    contents.put(row.getString("name"), row.getBytes("content"));
                });
        return contents;
    }

    void put(UUID version, String name, byte[] content, int revision, String by, Instant at) {
        sql.sql("insert into programme_file (version, name, content, revision, changed_by, changed_at)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (version, name) do update set content = excluded.content,"
                        + " revision = excluded.revision, changed_by = excluded.changed_by,"
                        + " changed_at = excluded.changed_at")
                .params(version, name, content, revision, by, Timestamp.from(at))
                .update();
    }

    void remove(UUID version, String name) {
        sql.sql("delete from programme_file where version = ? and name = ?")
                .params(version, name)
                .update();
        sql.sql("delete from programme_pen where version = ? and file = ?")
                .params(version, name)
                .update();
    }

    /** Notes who changed a file. Whether the journal has said nothing of it since then. */
    boolean changed(UUID version, String file, String author, Instant now, Instant since) {
        return sql.sql("insert into programme_change (version, file, author, told_at) values (?, ?, ?, ?)"
                                + " on conflict (version, file, author) do update set told_at = excluded.told_at"
                                + " where programme_change.told_at < ?")
                        .params(version, file, author, Timestamp.from(now), Timestamp.from(since))
                        .update()
                == 1;
    }

    /** Whoever made it or changed anything of it. */
    boolean changedBy(UUID version, String account) {
        return sql.sql("select exists (select 1 from programme_change where version = :version and author = :account)"
                        + " or exists (select 1 from programme_version where id = :version and created_by = :account)")
                .param("version", version)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    Optional<PenRow> pen(UUID version, String file) {
        return sql.sql("select holder, until from programme_pen where version = ? and file = ?")
                .params(version, file)
                .query((row, number) -> new PenRow(row.getString("holder"), instant(row, "until")))
                .optional();
    }

    void take(UUID version, String file, String holder, Instant until) {
        sql.sql("insert into programme_pen (version, file, holder, until) values (?, ?, ?, ?)"
                        + " on conflict (version, file) do update set holder = excluded.holder, until = excluded.until")
                .params(version, file, holder, Timestamp.from(until))
                .update();
    }

    void putDown(UUID version, String file, String holder) {
        sql.sql("delete from programme_pen where version = ? and file = ? and holder = ?")
                .params(version, file, holder)
                .update();
    }

    private static VersionRow version(ResultSet row, int number) throws SQLException {
        var request = row.getString("request_state");
        return new VersionRow(
                row.getObject("id", UUID.class),
                row.getString("programme"),
                row.getString("programme_name"),
                row.getString("deployment_name"),
                row.getInt("number"),
                VersionState.valueOf(row.getString("state")),
                Origin.valueOf(row.getString("origin")),
                row.getObject("basis", UUID.class),
                (Integer) row.getObject("basis_number"),
                row.getString("comment"),
                row.getInt("revision"),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getString("published_by"),
                nullable(row, "published_at"),
                row.getString("deployment"),
                nullable(row, "publish_at"),
                row.getString("publish_by"),
                row.getString("publish_failure"),
                request == null ? null : ApprovalRequest.State.valueOf(request));
    }

    private static FileRow file(ResultSet row, int number) throws SQLException {
        var holder = row.getString("holder");
        return new FileRow(
                row.getString("name"),
                row.getInt("revision"),
                row.getInt("size"),
                row.getString("changed_by"),
                instant(row, "changed_at"),
                holder == null ? null : new PenRow(holder, instant(row, "until")));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(nullable(row, column));
    }

    static @Nullable Instant nullable(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** @param deployment name of its deployments */
    record ProgrammeRow(String code, String name, String deployment) {}

    /** @param holder account of who edits it */
    record PenRow(String holder, Instant until) {

        boolean held(Instant now) {
            return until.isAfter(now);
        }
    }

    record FileRow(
            String name,
            int revision,
            int size,
            String changedBy,
            Instant changedAt,
            @Nullable PenRow pen) {}

    /** Accounts, not names; otherwise as {@link VersionView}. */
    record VersionRow(
            UUID id,
            String programme,
            String programmeName,
            String deploymentName,
            int number,
            VersionState state,
            Origin origin,
            @Nullable UUID basis,
            @Nullable Integer basisNumber,
            String comment,
            int revision,
            String createdBy,
            Instant createdAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            @Nullable String deployment,
            @Nullable Instant publishAt,
            @Nullable String publishBy,
            @Nullable String publishFailure,
            ApprovalRequest.@Nullable State request) {}
}
