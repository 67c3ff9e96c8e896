/**
 * Where makers of tools offer their own installers: the whole address up to what is told of its rest. What comes from there
 * is what the tool is; whoever distrusts it cannot use the tool either.
 */
const INSTALLERS =
  /^https:\/\/(?:(?:www\.)?astral\.sh\/(?:uv|ruff)\/|sh\.rustup\.rs\/?$|install\.python-poetry\.org\/?$|get\.docker\.com\/?|test\.docker\.com\/?$|download\.docker\.com\/|(?:deb|rpm)\.nodesource\.com\/|(?:www\.)?ollama\.com\/install\.sh|pixi\.sh\/|micro\.mamba\.pm\/|bun\.sh\/install|deno\.land\/install|get\.pnpm\.io\/|get\.helm\.sh\/|get\.sdkman\.io\/?|pyenv\.run\/?$|bootstrap\.pypa\.io\/|get\.pypa\.io\/|repo\.anaconda\.com\/|conda\.anaconda\.org\/(?:conda-forge|pytorch|nvidia|anaconda|main|bioconda)\/|developer\.(?:download\.)?nvidia\.com\/|nvidia\.github\.io\/|sdk\.cloud\.google\.com\/?|dl\.google\.com\/|packages\.cloud\.google\.com\/|awscli\.amazonaws\.com\/|aka\.ms\/|packages\.microsoft\.com\/|apt\.llvm\.org\/|dl\.yarnpkg\.com\/|get\.k3s\.io\/?$|dl\.k8s\.io\/|cli\.github\.com\/|uploader\.codecov\.io\/|codecov\.io\/bash|hf\.co\/cli\/install|starship\.rs\/install|mise\.run\/?|just\.systems\/install\.sh|rclone\.org\/install\.sh|nixos\.org\/nix\/install|install\.determinate\.systems\/|get\.haskellstack\.org\/?|julialang-s3\.julialang\.org\/|install\.julialang\.org\/?|go\.dev\/dl\/|dl\.google\.com\/go|golang\.org\/dl\/|nodejs\.org\/(?:dist|download)\/|(?:www\.)?python\.org\/ftp\/|(?:ftp|mirrors?)\.(?:gnu|postgresql|mozilla|debian|kernel)\.org\/|cmake\.org\/files\/|(?:www\.)?openssl\.org\/source\/|(?:www\.)?sqlite\.org\/|(?:archive|downloads|dlcdn)\.apache\.org\/|download\.pytorch\.org\/|storage\.openvinotoolkit\.org\/|(?:apt\.repos|registrationcenter-download)\.intel\.com\/|repo\.radeon\.com\/|raw\.githubusercontent\.com\/(?:nvm-sh\/nvm|Homebrew\/install|pyenv\/pyenv-installer|conda-forge\/miniforge|ohmyzsh\/ohmyzsh|helm\/helm|rust-lang\/rustup|kubernetes\/ingress-nginx|aquasecurity\/trivy|anchore\/(?:syft|grype))\/|github\.com\/(?:conda-forge\/miniforge|mamba-org\/[\w-]+|Homebrew\/install|Kitware\/CMake|krallin\/tini|tianon\/gosu|Yelp\/dumb-init|mikefarah\/yq|astral-sh\/uv|bazelbuild\/bazelisk|git-lfs\/git-lfs|hadolint\/hadolint|mozilla\/sccache|protocolbuffers\/protobuf|NVIDIA\/[\w-]+|microsoft\/[\w-]+|(?:intel|oneapi-src)\/[\w-]+|docker\/compose|kubernetes-sigs\/kind)\/releases\/)/i;

/** Whose projects many build from source. Anybody has a house at the same address, and there may be anything in it. */
const OWNERS =
  'pytorch|huggingface|tensorflow|openai|facebook|facebookresearch|NVIDIA|NVIDIA-NeMo|NVIDIA-Merlin|NVIDIA-AI-IOT|NVIDIA-AI-Blueprints|nvidia-cosmos|microsoft|google|google-deepmind|google-research|google-gemini|google-ai-edge|googleapis|GoogleCloudPlatform|apache|ggml-org|vllm-project|sgl-project|triton-lang|Dao-AILab|opencv|OpenMathLib|protocolbuffers|grpc|FFmpeg|Kitware|conda-forge|pyenv|nvm-sh|onnx|openvinotoolkit|intel|oneapi-src|ROCm|llvm|rust-lang|golang|nodejs|python|ohmyzsh|deepspeedai|jax-ml|keras-team|numba|scikit-learn|explosion|mlc-ai|docker|docker-library|kubernetes(?:-sigs)?|bazelbuild|emscripten-core|espnet|k2-fsa|speechbrain';
const PROJECTS =
  'ggerganov/(?:llama|whisper)\\.cpp|ggerganov/ggml|abetlen/llama-cpp-python|moses-smt/mosesdecoder|kpu/kenlm|rsennrich/subword-nmt|madler/zlib|xianyi/OpenBLAS|bitsandbytes-foundation/bitsandbytes|TimDettmers/bitsandbytes';
const WELL_KNOWN = new RegExp(
  `^(?:https://|git@|ssh://git@)(?:www\\.)?github\\.com[/:](?:(?:${OWNERS})/[\\w.-]+|${PROJECTS})(?:[/#@?]|\\.git|$)`,
  'i',
);
/** Where members of the projects alone lay something down; of houses where anybody may have a room, the projects' own. */
const HOUSES =
  /^(?:https:\/\/|git:\/\/)(?:(?:[\w-]+\.)*(?:kernel\.org|gnu\.org|apache\.org|googlesource\.com)\/|gitlab\.freedesktop\.org\/(?:mesa|gstreamer|pipewire|pulseaudio|cairo|freetype|fontconfig|xorg|wayland|drm|poppler|virgl)\/|anongit\.freedesktop\.org\/|gitlab\.gnome\.org\/GNOME\/|gitlab\.kitware\.com\/(?:cmake|vtk|paraview|xdmf)\/)/i;

/** Houses of source code, by a protected way: packages are installed from there as they are from an index. */
export function isHouse(address: string): boolean {
  return (
    /^(?:https|ssh):\/\/(?:[^@/\s]*@)?(?:[\w-]+\.)*(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co|hf\.co)\//i.test(
      address,
    ) || isForge(address)
  );
}

export function isKnownInstaller(address: string): boolean {
  return INSTALLERS.test(address);
}

/** Sources of well-known projects, which are cloned, or unpacked and built. */
export function isForge(address: string): boolean {
  return WELL_KNOWN.test(address) || HOUSES.test(address) || INSTALLERS.test(address);
}
