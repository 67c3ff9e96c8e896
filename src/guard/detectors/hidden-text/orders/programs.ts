/**
 * Words of comments in programs and of the messages that programs have, by how often they stand there: counted by `npm run
 * count:programs` in what one machine has installed, forms joined. What speaks of other things was not written for those who make
 * or use programs.
 */
export const WORDS_OF_PROGRAMS: readonly string[] = [
  // In six of a thousand texts and more.
  `access add after all allow already also and any api are arg argument attribute base because before bit block build but byte cache call can
cannot case change character check class client cloud code com command config contain content convert create current data def default
define delete directory disable does doesn don each element empty encode end entry error event example exception exist expect fail false
field file first flag follow for format from function generate get given global google group handle has have header here ignore import
include index information input instance instead int into invalid issue its json just key level like line list load location make match
may message messagefield method module more must name need new next node non none not note number object one only operation option order
org other out output package param parameter parent parse parser pass path point policy print process project property provide python
raise read reference remove repeat request require resource response result return run same see self server service set should since
single size some source specified start state store stringfield support test text than that the then there these they this time todo token
true try typ type update url use user value variable version want was when where whether which will with without work write you`,
  // In two and more.
  `about above accept account action actually additional address algorithm alias always another app append application apply argparse array
associate assume attempt available avoid aws back been behavior being below beta between binary body bool booleanfield both bucket buffer
bug callback caller cas cause central certificate child chunk clear close cluster color column comment common compare compatibility
compile complete component compute condition configuration connect connection constant construct context control copy copyright correct
correspond could count credential currently custom database decode definition deprecate describe description descriptor detail determine
dict dictionary different dir directly display doc document domain done during edge either else enable endpoint engine ensure enum
environment equal err escape even every except execute exit export expression extension extra failure feature filename filter find fix
float foo force form found full func future gcloud github got graph handler happen hash help helper host how iam identifier image
implement implementation indicate info init initialize insert install instruction integer integerfield interface internal item itself job
keep keyword kind know label language last later least left len length let letter library license limit link literal local lock log long
look loop main manage map mapping mark mask max maximum mean member memory metadata might miss mode model most multiple namespace network
never nil nothing now null off offset old once open optional original otherwise our over override own page pair part pattern per
permission platform pointer pool position possible prefix present previous private produce proto protocol public query quote range receive
record ref region register relative release replace report represent resolve retrieve right role root rule running runtime save schema
scope script search second section select send separate sequence setting share show sign signature simple skip slice small socket sort
space spec special specific specify stack standard status still stop storage stream string struct structure style sub subclass such sure
symbol sympy sys system table tag take target task template their them those thread through timeout too tool top trace track tree tuple
two uint under unicode unknown unspecified until uri utf valid validate variant verify via wait warn way were what while window within
word would yield zero zone`,
  // In eight of ten thousand and more.
  `abc able abort absolute abstract according acquire across active actual admin affect again against agent allocate allocation along alpha
amazon amd amount annotation anything appear appengine applied appropriate arbitrary archive arm around ascii ask assert assign assignment
ast async attach attachment attr auth authentication author auto automatically await backend background backup backward bad bar bare basic
batch become begin beginning best better big bind blank blob boolean boto bound boundary box bracket branch break browser built builtin
button calculate callable cancel canonical capital capture care cast catch category cert cgo chain channel char children choice choose
clean cli clone codec collect collection combine comma commit comparison compatible compiler completion complex compress configure
conflict consider console const constraint constructor consume container continue conversion copied core correctly counter cover cpu
cpython crash creation cursor cycle cyrillic dataset date datetime day debug declaration declare decorator degree delay depend dependency
deployment derive destination detect dev developer device did didn diff difference digest digit direct direction directive disk dist
distribution distutils documentation doing dot double down download drop due dump duplicate duration dynamic edit effect email emit
encounter endif enough enter entire entity enumfield env eof equivalent eslint etag etc evaluate everything exact exactly exclude exec
executable execution expand expire explicit explicitly expose expr extend external extract factor fall fallback fast fetch fill final
finish flow flush folder formatted forward fragment frame free fully general generation generator generic git give gnu going good
goroutine guarantee head heap high hold hook hostname however identify identity ids ifndef immediately inc indent inherit initial inline
insertion inside installation instantiate interpret interpreter interval invocation invoke ipv isn iso iterable iterate iteration iterator
join known kwargs lambda large latest latin lead leave legacy less lexer lib libc likely linkname linux live logging logic longer lookup
low lower machine macro made manager many marker master matrix maybe merge meta metric microsoft min minimum mock mod modified modify mov
move much multi native necessary negative nest newline nextpagetoken normal normalize num numeric oauth obj obtain occur operand operator
opt organization origin outside overflow overwrite oxlint pack padding pagesize pagetoken panic partial particular password patch payload
peer pending pep perform performance perl pick pip pipe place plain please plugin pod poll populate port pos positional positive posix
possibly post power pre precision prepare preserve prevent previously probably problem product profile program progress prompt properly
protect provider proxy pull purpose push put pygments pylint pyobject queue race random rather raw reach readable reader ready real really
reason receiver recursive redirect reduce refer reflect refresh regex registry regular reject related releasetrack remain remote render
replacement repo repository repr representation requestid requirement reserve reset rest restore retry reuse reverse revision rewrite
round rout row rtype safe safety sample say scalar scan schedule scheme secret security seem seen segment selection sent separator
serialize series session setup sha shape shell shift short shouldn side signal similar simply slash slot snapshot software solution
something specification split stat statement static stderr stdout step strict strip stub subject succeed success successful suffix suite
sum super supplied switch sym symlink sync syntax tab taken team tell temporary term terminal terminate thing though three throw thus
timestamp title total traceback trailing transfer transform transition translate transport treat trigger turn undefined underlying
unexpected union unique unit unix unless unsafe unsupported unused updatemask upgrade upload upper urllib usage useful username usually
util utility val validation validator valueerror var various vector very view void volume walk warning web weight well wheel whitespace
whole whose why widget width win won worker workload wrap wrapped wrapper writer written wrong yaml yet your zip`,
  // In three and more.
  `abi abs absent abstractmethod accelerator accessible accumulate acl act activate adapter addition addr adjust advance age ahead align
alignment alive almost alt alternate alternative although ambiguous analysis analyze analyzer ancestor anchor android annotate anonymous
ansi answer anthos anti anyway apitools apiversion apple applicable apt arabic arch architecture area aren arglist argv arithmetic arn
arrow artifact aslparser asn assertion asset association assumption asynchronous asyncio atomic audio audit authenticate authority
authorization authorized automatic auxint avx aware away backslash basename basis baz behave behaviour belong benchmark bigquery bigtable
billing bin binding border borrow bottom bpo breadcrumbs broken buf builder bundle bypass bytecode bytesfield cancellation cancelled
candidate cap capability capacity carry caught cell center centrality certain cffi challenge chance charset checker checksum chosen cipher
circular claim classmethod clause cleanup click clobber clock closure coefficient col collapse colon combination come compat compilation
completely completer compose composer composite compression computation concept concrete concurrent cond conditional confirm conn
connectivity connector consistency consistent construction consumer contact continuation contract convenience convention cookie coordinate
coroutine corrupt cos cost couple coverage createtime cross crypto ctype curve customer cut darwin dataclass dataplex dataproc datastore
dead deadline deal debian debugging decide decimal decision decl decoder decorate dedent defer del delegate deletion delimiter delta
denied denominator dep dependent deploy deprecation depth desc design desired dest destroy detach detection deterministic development
diagnostic dialog die differ dimension disallow discard discover discovery dispatch displayname distinguish distribute div divide division
docker docstring dom draft drain draw drive driver dropped dummy dup dwarf dynamically earlier early easier east easy editable edition
editor effective efficient egg elem elf elif eliminate embed embedded emitted emulate encoder encoding encrypt encryption endian endtime
enforce english enterprise entirely enumerate envelope environ epi epoch equality equation establish eval evaluation eventually ever exc
exceed exchange exclusive exe executor exp expansion expiration explanation exponent express ext fact factory fake family far faster fatal
feed few figure filesystem finalize finally fine fips firewall fit fixer fixme flatten fleet floatfield focus fold font fork formatter
formatting four fraction framework freebsd fresh front functionality further gamma garbage gate gateway gen generally getattr getter
getting gid gke glob gmail goarch goes golang googleapis googleiamv grammar grant greater greek groc grow gsutil guard guess gzip hack had
half hand handshake hang hard hasn haven health height held hello hence heuristic hex hidden hide higher highlight hint history hit hmac
home horizontal hour httplib hub human iap icon idea identical identified idle ietf ifdef illegal imag imm immediate immutable impl
implicit implies important importlib improve incoming incompatible incomplete incorrect increase increment indentation independent
indicator indices individual inf infer inferred infinite infinity initialization inject inner insensitive insight inspect integral
integration intended interact interactive interconnect interest intermediate internally interrupt intersection intrinsic introduce inverse
invert ipython isinstance isolat iter java javascript jsonvalue jump kept kernel keyerror keyring kill labelsvalue lack larger latex
launch layer layout lazy leaf leak learn lifecycle lifetime linear lineno linker lint listen listener lit little loader locale locate
logged logger logical login lost lot lowercase mac macos magic maintain maintenance major malformed man management manifest manipulate
manual manually mapped margin marshal maskz matcher math matrices matter meant measure mechanism media mem membership menu metaclass metal
metavar meth middle migrate migration milliseconds mime minimal minor minute mirror mismatch mix modification modifier monitor month
mostly mount mouse mozilla mtime mul multiline multipart multiply mutable mutate mutex mutually mypy nan necessarily neighbor neither net
netapp newer newly nice nodejs nonzero noqa nor normally notation notebook notice notification notify novads oblast occurred occurrence
octet odd often okay older omit omitted onto opaque opcode openssl operate ops optimization optimize optionally orderby outer overhead
overlap overload overridden owner packet pad paragraph parallel partition past pause pem percent perhaps period phase pickle pid pipeline
pixel placeholder plan plus poly polynomial pop portion potential potentially pow pragma precedence preceding predicate prediction prefer
preference preferred prepend pretty preview prim primary prime primitive principal printable printer printf println prior priority
probability processor prog projectid promise prop propagate proper protection protobuf protoc prototype prune pseudo pthread pub publish
pure pyc pycore pypa pytest pyunicode qualified question quiet quota rank rate rational readline realm recent recognize recommended
recurse recursion recursively red redundant refactor reflection refuse reg regardless regexp regional registration regression relation
relevant reload relocation rely remainder remember rename replay reply republic req res reservation resolution resolver respect respond
responsible restart restrict restriction resume retain rev ring rollout rotate route router routine rsa rune runner rust safely sam sanity
satisfy sbox scale scenario score screen scroll sec secondary secure seek selector semantic sense sensitive sentinel separately seq
serialization serve setter setuptools several shadow shown shutdown sid sig significant silently simd simplify simulate sin singleton site
situation six sizeof skipped skipping sleep slop slow smaller sock solve someone sometimes soon span spanner sparse spawn specifically
specifier speed sqlite square stable stage stale stateful staticmethod statistics stay stdin stopped strategy strictly strong stuff
subcommand subdirectory submodule subnet subprocess subscription subsequent subset substitute substitution subtree successfully suitable
summary supply suppress surface surrogate swagger swap symbolic syscall tail tar tarball temp temporarily testcase textwrap theme
themselves therefore think third threshold tie timer timezone together toggle toml topic traffic trailer trait transaction transformation
translation traversal traverse trivial truncate trust twice typedef typeerror typeof typescript typically uid unable unchanged
uncompressed undef underscore understand unescape unimplemented unittest unlike unlock unmarshal unpack unreachable unset unsigned untyped
upon usr utc validateonly vendor verb verbose verification verified versionadded vertex vertical virtual visible visit visual vmware vowel
waiter wasn weak websocket week west whatever whatwg whenever white wide wiki wikipedia wildcard wire workaround workflow workspace world
wrapping writable wsgi year yes`,
];
