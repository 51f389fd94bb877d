package dev.howdah.pg.access;

import dev.howdah.pg.DefaultsKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What ALTER DEFAULT PRIVILEGES has set in the database we are connected to, and what holds without
 * it.
 *
 * @param builtIn what a new object has when nothing was set; the owner stands there as {@link
 *     #ANY_OWNER}
 * @param entries what was set, by owner, schema and kind; at most {@link DefaultAclsQuery#LIMIT}
 * @param notRead entries beyond the limits, 0 or more
 */
public record DefaultAclsSnapshot(
        Map<DefaultsKind, Acl> builtIn, List<Entry> entries, long notRead) {
    /** Stands for the owner in a built-in default: an OID that only the first superuser has. */
    static final long ANY_OWNER = AccessRole.FIRST_SUPERUSER;

    public DefaultAclsSnapshot {
        builtIn = Map.copyOf(builtIn);
        entries = List.copyOf(entries);
    }

    /**
     * One entry.
     *
     * @param owner OID of the role whose new objects it is about
     * @param schemaOid 0 when it holds in all schemas: then it replaces the built-in default, while
     *     one for a schema adds to it
     * @param schema empty when it holds in all schemas
     */
    public record Entry(long owner, long schemaOid, String schema, DefaultsKind kind, Acl acl) {}

    /** What a new object has when nothing was set for its owner. */
    public Acl builtIn(DefaultsKind kind, long owner) {
        return new Acl(
                builtIn.getOrDefault(kind, Acl.EMPTY).grants().stream()
                        .map(grant -> of(owner, grant))
                        .toList());
    }

    /**
     * The ACL of an object that the owner creates now in this schema. What was set so that nothing
     * is left counts as not set: the built-in default comes back. Source: get_user_default_acl()
     * and aclmerge().
     */
    public Acl aclOfNew(long owner, long schemaOid, DefaultsKind kind) {
        List<Acl.Grant> usual = builtIn(kind, owner).grants();
        List<Acl.Grant> everywhere = usual;
        List<Acl.Grant> here = List.of();
        for (Entry entry : entries) {
            if (entry.owner() == owner && entry.kind() == kind) {
                if (entry.schemaOid() == 0) {
                    everywhere = entry.acl().grants();
                } else if (entry.schemaOid() == schemaOid) {
                    here = entry.acl().grants();
                }
            }
        }
        List<Acl.Grant> all = new ArrayList<>(everywhere);
        all.addAll(here);
        return new Acl(all.isEmpty() ? usual : all);
    }

    private static Acl.Grant of(long owner, Acl.Grant builtIn) {
        return new Acl.Grant(
                builtIn.grantee() == ANY_OWNER ? owner : builtIn.grantee(),
                owner,
                builtIn.privileges(),
                builtIn.grantable());
    }
}
