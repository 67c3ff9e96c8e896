import { type NamedRow, named } from './named.ts';

/** Web services whose keys are random text without a mark, of a length that each changes now and then. Only names that are no words. */
const SERVICES = [
  'apiflash,apify,appdynamics,appoptics,apptivo,autodesk,aylien,ayrshare,bamboohr,bannerbear,baremetrics',
  'beebole,betteruptime,bitly,bombbomb,borgbase,brandfetch,brawlstars,brevo,browshot,bugherd,bulksms,caflou',
  'calorieninja,capsulecrm,captaindata,carboninterface,cashboard,caspio,checklyhq,clashofclans,cliengo',
  'clockify,clockworksms,cloudconvert,cloudelements,cloudmersive,cloudplan,cloudsight,codequiry,coinlayer',
  'coinlib,commercejs,companyhub,contentstack,conversiontools,convertapi,copyleaks,cronitor,cryptocompare',
  'customerguru,d7network,deepface,deezer,detectlanguage,diffbot,diggernaut,dotdigital,dovico,dronahq',
  'dynalist,dyspatch,easyinsight,edamam,edenai,elasticemail,enablex,ethplorer,everhour,exchangerate',
  'exchangerateapi,experitest,fastforex,fibery,fleetbase,flowflu,formbucket,formcraft,formsite,geoapify',
  'geocodify,geocodio,getgeoapi,getgist,getresponse,ghostinspector,glassnode,gocanvas,grammarly,graphcms',
  'graphhopper,groovehq,gtmetrix,gumroad,happyscribe,helpcrunch,holidayapi,hybiscus,hypertrack,iconfinder',
  'imagga,instabot,invoiceocean,ipquality,jumpseller,katalon,keenio,kickbox,klipfolio,knapsackpro,kobiton',
  'kylas,lemlist,lemonsqueezy,lendflow,lessannoyingcrm,livestorm,locationiq,logdna,loginradius,lunchmoney',
  'magicbell,mailboxlayer,mailerlite,mailmodo,mailsac,mailtrap,marketstack,meaningcloud,meistertask',
  'merriamwebster,mesibo,metaapi,metrilo,mixmax,mockaroo,monkeylearn,moonclerk,moosend,musixmatch,nethunt',
  'newrelicapi,newsdata,nftport,nicereply,nozbeteams,numverify,nutritionix,nylas,oanda,omdb,omnisend',
  'onfleet,oopspam,opencage,opencagedata,openuv,oxforddictionaries,packagecloud,page2images,pagertree',
  'parsehub,parseur,partnerstack,paymo,paymongo,pdflayer,pdfshift,peopledatalabs,pepipost,picsart,pipedream',
  'pivotaltracker,planview,planyo,positionstack,postageapp,postmarkapp,powrbot,prodpad,profitwell',
  'proxycrawl,purestake,pushbullet,pushover,qualaroo,ragic,rawg,reachmail,rebrandly,removebg,rentman',
  'repairshopr,restpack,ringcentral,ritekit,rocketreach,salesblink,salesflare,salesmate,satismeter',
  'saucelabs,screenshotapi,scrutinizer,selectpdf,sendinblue,serphouse,serpstack,sherpadesk,shotstack',
  'shutterstock,sightengine,signaturit,sigopt,simfin,simplesat,simplynoted,simvoly,skybiometry,smartsheet',
  'smooch,snipcart,sonarcloud,sonarqube,spoonacular,sportradar,sportsmonk,squadcast,stackhawk,stitchdata',
  'stormboard,stormglass,supernotes,surveybot,surveysparrow,survicate,swiftype,tallyfy,tatum,taxjar',
  'teamgate,technicalanalysis,telesign,testlio,testrail,textrazor,themoviedb,thinkific,thousandeyes',
  'ticketmaster,timecamp,timezoneapi,tmdb,tmetric,tomorrowio,trackjs,transloadit,travelpayouts,twelvedata',
  'twitchtv,tyntec,typetalk,uclassify,uploadcare,uptimerobot,uptrends,userflow,userstack,vatlayer,verimail',
  'veriphone,versioneye,victorops,viewneo,visualcrossing,voicegain,voodoosms,vouchery,vpnapi,walkscore',
  'webflow,webscraper,wepay,whoxy,wordsapi,worksnaps,worldcoinindex,youneedabudget,yousign,zenrows',
  'zenscrape,zenserp,zeplin,zipbooks,zipcodeapi,zonkafeedback',
].join(',');

export const SERVICE_ROW: NamedRow = named('key of a web service', SERVICES, 'H32-64 | W20-64 | UUID | U24-64');
