/**
 * Words of comments in programs and of the messages that programs have, by how often they stand there: counted in what one machine
 * has installed, forms joined. What speaks of other things was not written for those who make or use programs.
 */
export const WORDS_OF_PROGRAMS: readonly string[] = [
  // In six of a thousand texts and more.
  `add address after all allow and any api are argument array attribute base before bit block buffer but byte cache call can cannot change
character check class client code com command const contain context copy creat create current data def default define directory does each
element empty enable encode end endif entry error event example exist fail false field file first flag for format from function generate
get given handle has have header icu ifndef import include index input instead int internal into invalid its key last length line link
linux list make map match max may memory message method mode module more must name need new next node non none not note null number object
one only openssl option other out output param parameter parse pass path point pointer process property provide range read reference
register remove request require response result return run same section see self server set should since size source specified stable
start state store stream struct support table test text than that the then there these this time token true typ type url use user value
version vki was what when where whether which will with without write you`,
  // In two.
  `about above accept access algorithm alias allocate already also always another append application apply arch archive arg asm asn assume
attr available avoid back bad because been begin being below between binary body boolean both branch break brief build callback caller
case certificate char child chunk clear close color column comment common compare compatibility compile complete config configuration
connect connection constant construct constructor content control convert copyright core correspond could count currently database date
debug declare decode definition delete deprecated describe description descriptor detail determine device different directly disable
display doc document doesn don done during either else enum environment equal err even every exception execute exit expect export
expression ext extend extension extern failure feature fetch filename filter find fix float follow form found frame free full func generic
github glibcxx global google group handler hash helper here hold host how identifier ifdef ignore image implement implementation indicate
info information init initialize insert install instance instruction integer interface ioc ioctl issue item iterator itself json just keep
kernel left len letter level lib library license like limit load local locale location lock log long look loop macro magic main many
mapping mark mask maximum mean member merge metadata miss model most move multiple namespace nettle never nothing now off offset old once
open operand operation operator optional order org original ossl otherwise over override own package packet page pair part pattern per
platform policy port position posix possible prefix present print private program project protocol public pure python query queue raise
raw receive record release replace report represent reserve resolve resource right root rule runtime schema script search second segment
select send sequence service session setting sha share show sign signal signature single skip small socket some sort space spec special
specific specify stack standard stat static status still string structure style success such symbol sys system tag take target template
their them they thread through throw todo too tool trace transform tree try tuple two uint undef undefined under unicode unit unknown
unsigned until update usage utf util valid variable vector virtio void wait want warn way while window within word work would yaml zero`,
  // In eight of ten thousand.
  `aarch abi abort absolute abstract according account across action active actual actually additional addr adt aes again against agent align
alignment allocation allocator amount analysis analyzer annotate answer anything app appear architecture arm around ascii ask assert
assign assignment associate ast async atm atomic attach attempt audio audit auth authentication author authorization auto automatically
await backward basic become beginning behavior behind belong beta big bind bio blob bool bound boundary browser bucket buf bug built
builtin bundle bus calculate cancel cap capability capital capture card carry cas cast category cause cel cert chain channel children
cipher clean clock clone cluster codec codegen collect collection combine commit comparison compatible compiler completion component
compress compression compute condition conf configure conflict consider console constraint consume container continue convention
conversion cookie copied correct cost counter cpu creation credential crypto cursor custom darwin day debuginfo decimal decl declaration
delay depend dependency depth der derive destination destroy detect dev developer dict dictionary did digest digit dir direct directive
discard disk dispatch distribution documentation domain dot double down download driver drop due dump duplicate dynamic edge edit effect
egl elf elif emit emitted encrypt endian endpoint engine enough ensure enter equivalent errorname escape eslint etc everything evp exact
exactly exceed except exclude executable execution expand experimental expire explicit explicitly expose expr external extra extract fall
fallback family fast fill final finish flow flush folder font foo force forward future general generation generator git give gnu gnuc
gnutls got graph greater guard guest happen head heap help high hook however icmp identify identity ids illegal immediately imp inc
increment inherit initial inline inside inst interrupt interval invoke ior iow iowr ipv isn iso iterable iterate iteration javascript join
kept keyword kind know known label language large later latin lead least leave legacy less let lexer listener literal little live logger
logical longer lookup low lower lzma mac machine made major manage manager master media mem metric microsoft might millisecond min minimum
minor mips mod modified modify much multi native ncurses necessary negative nest net network newline nodejs normal normalize num numeric
obj obsolete obtain occur ocsp oid omitted opaque opcode openai opentelemetry opt organization origin our outside overflow owner oxlint
pack pad padding parallel parent parser partial partition password patch payload pci pem pending pep perform performance permission pickle
pid pipe place plain please plugin pool pop pos positive post power pre predicate prepare preserve prevent previous priority problem
processor produce profile progress promise prompt proto protobuf prototype provider proxy pub pull purpose push put pygments quote random
rather reach readable reader real really reason redirect reduce ref refer refuse reg regex regexp region regular reject related relation
relative relocation remain remark remote rename render repeat reply repository representation req requirement res reset resolution rest
restore retain retrieve retry reverse role round route routine row rsa running safe safety sample save say scalar scale scan schedule
scheme scope sec secret security selector semantic sent separate separator seq serialize setup shape shell shift short side simd similar
simple sizeof slot snapshot software solaris something span specification split stand statement statistics stay step stop storage strict
sub subclass subject suffix suite supplied sure swap switch sync syntax syscall tab task team tell temporary term terminal terminate
therefore those three timeout timer timestamp together top total track trail trait transaction transport treat trigger truncate trust turn
typedef typescript uapi unable underlying unexpected union unique unix unless unrecognized unsupported unused uri usb useful utility val
validate validation var variant various vendor ver verify versionadded via video view virtual walk web weight well were whatwg whitespace
whole whose wide widget width win wire worker workspace wrap wrapper written wrong xen xmlsec yet yield your zone`,
  // In three.
  `abc able absent accessor accumulate ack acl acquire act activate adapter addition adjust admin advance affect aggregate ahead aix alg
alive alloc alone along alpha alt alter alternate alternative altivec amd amdgcn among anchor annotation ansi anthropic anti anyway apache
apple applied appropriate apt arabic arbitrary arc area aren argv arithmetic arp arphrd arraybuffer arrow assertion assistant asynchronous
atom authenticate authority automatic avx away aws backend background backslash backup balance bar bare barrier batadv batch behaviour
beside best better beyond bigint bin bitmap bitmask bitul bitwise black blake blank border bottom box bpo bracket bridge broadcast broken
brotli builder business button bypass calendar callable came cancellation cancelled candidate canonical capi care catalog catch cdev cdrom
cec cell certain charset chat checkpoint checksum choice choose cid cif circular cka claim clang claude clause cleanup cli closure cloud
codeview coff collation colon combination come comma comp compact compat compfunc compilation completely complex compliance compose
concatenate concept cond conditional conformance consistent construction consumer continuation contract controller convenience
conversation converter coordinate coroutine corporation correctly corrupt couldn cover coverage cplusplus cpython crash critical cross
ctype cur currency curve cut cycle cyrillic daemon dataset datetime dead deal death debugging dec decide decision declspec decoder
decompress decorator decrypt deep deflate del delegate delimited delimiter deliver delta denied dependent deployment deprecation deque des
desc design desired dest destructor detach detection detector diag diagnostic didn diff differ difference dimension direction disallow
disconnect discriminator dispose dist distinct distinguish distribute distutils divide dma doing dom domctl dpy draft drain draw drive
dropped dsa dummy dup duration dwarf earlier early easy ebt ecdsa echo ecma editor effective egg elsewhere email embedded embedder enc
encoder encoding encountered encryption enforce english entire entity enumerate enumeration env envelope eof epoch equality erase errno
ess establish eth ethtool eval evaluate evaluation ever exc exchange exclusive exec exp expansion expiration exponent extent face facility
fact factor factory fan far faster fastify fatal fault feed few fifo figure filesystem finalize fine fips fire fit fixme flatten fold
foreign fork formatted formatter formatting foundation four fourcc fpu fraction fragment framework freebsd freetype frequency fresh front
frozen fully functionality further fuse garbage gateway gcry gen getter getting gid glibc glob glu glut glyph goes going good gpu grant
greek grow gtest guarantee guess guid guide gzip hack had half hand handshake hard hardware headername height held hello hex hexadecimal
hexagon hidden hide higher highest highlight hint history hit hmac home hop horizontal hostname hour hub huge human idea identical
identified ideograph idle idx iec ieee ietf iff imag immediate immutable impl implicit important inclusive incoming incompatible
incomplete incorrect increase incubating indent indentation independent indic indicator indirect individual inet inference infinite
infinity ingroup initialization initializer inject inner inode insensitive insertion insn inspect installation instantiate integral
integrity intel intended intermediate internally international internet interp interpret interpreter intrinsic introduce inv invalidate
invert invocation ipc ipmi ipo ipt irq isa isolat isolate isp issuer iter job jpeg judge jump jwe keyboard keyring kill klass kwargs lack
langid larger largest latest layer layout lazy leaf leak learn legal libc libvex libxml licence lie life lifetime light likely linear
linker listen loader loc locate logging logic login longest lost lowercase lto mach mail maintain makefile malformed malloc man management
manifest manual manually mapped marker matcher math matter maybe mdio meant measure mechanism memberof menu messagedesc meta meter middle
mime minimal minus minute mirror misc mismatch mit mix mmap mock modification modifier monitor month mount mozilla mpeg multicast
multipart mutate mutex mve nan narrow neither neon netlink newer newly nfta nid nilfs nis nla nobody nor normalization normally notation
notice notification notify nul oauth occurred occurrence octet odd oes often older omap omit oneof onto operate ops optimization optimize
optionally orc ordinary overlap overload overridden overwrite ovs ownership particular past pathname pause peer people percent perf period
permitted phase physical pick piece pin pip pipeline pix pixel pkey placeholder plus poll populate portion possibly postgresql potential
potentially pragma precede precedence precision prefer preferred prepend pretty prev previously primary prime primitive principal
printable prior privilege probability probably probe proc procedure prod product prog prop propagate proper properly prot protect
protection prov pseudo pthread ptrace publication publish pyobject question quiet quota race rand rate rdma react readline readme readonly
ready realm realtime receiver recent recipient recognize recommended recovery recursion recursive recursively red reflect refresh
regardless registry relax relevant reloc rely remainder replacement replay replication repo repr resize resolver resp responsible restart
restrict resume ret reuse rev revision revoke rewrite ring riscv rkisp rotate rtype runner sadb safely said satisfy sched scheduler score
screen scsi secure seek seem seen seg selection semaphore semconv sense sensitive sentence sentinel sequencenumber serial serialization
serve setuptools several shadow shall shouldn shown shutdown sibling sig signer significant silently simply site skill skipped skipping
slash slice slop slow smaller smart soc sock sockaddr sof soft somebody spawn specialization specifier speed sqlite stage stale stamp
stderr stdin stdio stdout stopped strategy stringify strip stub stuff subcommand submodule subprocess subsequent subset substitute
subtract subtype succeed successful successfully suitable sum summary sun super supply suppress surface surrogate suspend sym symbolic
symlink synchronous tail taken tar tca telemetry tensor texture tgmath themselves thing think third though threshold thrown thus tick
ticket timezone tipc title tkwin tlsext told tostring touch traceback trailer trans transfer transformation transition translate
translation trap traverse trie trim tty tunnel twice typeerror typeof typically uac uart uchar uconfig udp uid ull ulong unary unavailable
unchanged uncompressed understand unicodestring unlike unlock unordered unpack unreachable unsafe unset unspecified unstable upgrade
upload upon upper uprv upstream usable username userspace usr usually utc uuid uvc valgrind validator valueerror vary verbose verification
verr vertical very vex vfio visibility visible visit visual vlan volume wake wal warning wasm watch wchar weak websocket week whatever
wheel whenever white who whoever why wildcard won world wrapped wrapping writable writer xopen xor year zip zlib zod zorro`,
];
