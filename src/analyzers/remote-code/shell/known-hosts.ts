/**
 * Where makers of tools offer their own installers: the whole address up to what is told of its rest. What comes from there
 * is what the tool is; whoever distrusts it cannot use the tool either.
 */
const INSTALLERS =
  /^https:\/\/(?:(?:www\.)?astral\.sh\/(?:uv|ruff)\/|sh\.rustup\.rs\/?$|install\.python-poetry\.org\/?$|get\.docker\.com\/?|test\.docker\.com\/?$|download\.docker\.com\/|(?:deb|rpm)\.nodesource\.com\/|(?:www\.)?ollama\.com\/install\.sh|pixi\.sh\/|micro\.mamba\.pm\/|bun\.sh\/install|deno\.land\/install|get\.pnpm\.io\/|get\.helm\.sh\/|get\.sdkman\.io\/?|pyenv\.run\/?$|bootstrap\.pypa\.io\/|get\.pypa\.io\/|repo\.anaconda\.com\/|conda\.anaconda\.org\/|developer\.(?:download\.)?nvidia\.com\/|nvidia\.github\.io\/|sdk\.cloud\.google\.com\/?|dl\.google\.com\/|packages\.cloud\.google\.com\/|awscli\.amazonaws\.com\/|aka\.ms\/|packages\.microsoft\.com\/|apt\.llvm\.org\/|dl\.yarnpkg\.com\/|get\.k3s\.io\/?$|dl\.k8s\.io\/|cli\.github\.com\/|uploader\.codecov\.io\/|codecov\.io\/bash|hf\.co\/cli\/install|starship\.rs\/install|mise\.run\/?|just\.systems\/install\.sh|rclone\.org\/install\.sh|nixos\.org\/nix\/install|install\.determinate\.systems\/|get\.haskellstack\.org\/?|julialang-s3\.julialang\.org\/|install\.julialang\.org\/?|go\.dev\/dl\/|dl\.google\.com\/go|golang\.org\/dl\/|nodejs\.org\/(?:dist|download)\/|(?:www\.)?python\.org\/ftp\/|(?:ftp|mirrors?)\.(?:gnu|postgresql|mozilla|debian|kernel)\.org\/|cmake\.org\/files\/|(?:www\.)?openssl\.org\/source\/|(?:www\.)?sqlite\.org\/|(?:archive|downloads|dlcdn)\.apache\.org\/|download\.pytorch\.org\/|raw\.githubusercontent\.com\/(?:nvm-sh\/nvm|Homebrew\/install|pyenv\/pyenv-installer|conda-forge\/miniforge|ohmyzsh\/ohmyzsh|helm\/helm|rust-lang\/rustup|kubernetes\/ingress-nginx|aquasecurity\/trivy|anchore\/(?:syft|grype))\/|github\.com\/(?:conda-forge\/miniforge|mamba-org\/[\w-]+|Homebrew\/install|Kitware\/CMake|krallin\/tini|tianon\/gosu|Yelp\/dumb-init|mikefarah\/yq|astral-sh\/uv|bazelbuild\/bazelisk|git-lfs\/git-lfs|hadolint\/hadolint|mozilla\/sccache|protocolbuffers\/protobuf|NVIDIA\/[\w-]+|microsoft\/[\w-]+|docker\/compose|kubernetes-sigs\/kind)\/releases\/)/i;

/** Houses of source code: whoever builds what lies there chose the project by its name. */
const FORGES =
  /^(?:https:\/\/|git@|ssh:\/\/git@)(?:[\w.-]+@)?(?:(?:www\.)?github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co|gitee\.com|(?:gitlab\.)?(?:freedesktop|gnome|kitware)\.(?:org|com)|(?:[\w-]+\.)*(?:sourceforge\.net|kernel\.org|gnu\.org|apache\.org|googlesource\.com|savannah\.gnu\.org))[/:]/i;

export function isKnownInstaller(address: string): boolean {
  return INSTALLERS.test(address);
}

/** Sources that are cloned, or unpacked and built. */
export function isForge(address: string): boolean {
  return FORGES.test(address) || INSTALLERS.test(address);
}
