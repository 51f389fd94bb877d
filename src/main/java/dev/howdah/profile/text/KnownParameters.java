package dev.howdah.profile.text;

import java.util.Locale;
import java.util.Set;

/**
 * Names of parameters that are no secret. Source: libpq's connection parameters (PostgreSQL 18),
 * pgjdbc's connection properties (42.7), and what Prisma, Node's pg and Npgsql add.
 */
final class KnownParameters {
    private static final Set<String> NAMES =
            Set.of(
                    """
                    application_name channel_binding client_encoding connect_timeout
                    fallback_application_name gssdelegation gssencmode gsslib keepalives
                    keepalives_count keepalives_idle keepalives_interval krbsrvname
                    load_balance_hosts max_protocol_version min_protocol_version oauth_client_id
                    oauth_client_secret oauth_issuer oauth_scope options passfile replication
                    require_auth requirepeer requiressl scram_client_key scram_server_key service
                    servicefile ssl_max_protocol_version ssl_min_protocol_version sslcert
                    sslcertmode sslcompression sslcrl sslcrldir sslkey sslkeylogfile
                    sslnegotiation sslpassword sslsni target_session_attrs tcp_user_timeout
                    adaptivefetch adaptivefetchmaximum adaptivefetchminimum allowencodingchanges
                    applicationname assumeminserverversion authenticationpluginclassname autosave
                    binarytransfer binarytransferdisable binarytransferenable cancelsignaltimeout
                    channelbinding cleanupsavepoints connecttimeout currentschema
                    databasemetadatacachefields databasemetadatacachefieldsmib defaultrowfetchsize
                    disablecolumnsanitiser escapesyntaxcallmode groupstartupparameters
                    gssresponsetimeout gssusedefaultcreds hiddendefaults hiderunprivilegedobjects
                    hostrecheckseconds jaasapplicationname jaaslogin kerberosservername
                    loadbalancehosts localsocketaddress loggerfile loggerlevel logintimeout
                    logservererrordetail logunclosedconnections maxresultbuffer maxsendbuffersize
                    pemkeyalgorithm pgdbname pghost pgport preferquerymode
                    preparedstatementcachequeries preparedstatementcachesizemib preparethreshold
                    protocolversion querytimeout quotereturningidentifiers readonly readonlymode
                    receivebuffersize requireauth rewritebatchedinserts sendbuffersize
                    socketfactory socketfactoryarg sockettimeout sslfactory sslfactoryarg
                    sslhostnameverifier sslpasswordcallback sslresponsetimeout sspiserviceclass
                    stringtype targetservertype tcpkeepalive tcpnodelay unknownlength usespnego
                    xmlfactoryfactory
                    connection_limit pgbouncer pool_timeout schema socket_timeout sslaccept
                    sslidentity statement_cache_size statement_timeout uselibpqcompat
                    """
                            .strip()
                            .split("\\s+"));

    private KnownParameters() {}

    static boolean contains(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
