/**
 * What people choose when they must choose, in their bare form: decoration such as "@123" or "0" for "o" is taken off
 * before a password is looked up here. Collected from what everybody knows; nothing is asked of any server.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  password passwort passcode passkey pass word motdepasse contrasena mypassword yourpassword thepassword newpassword
  oldpassword mypass letmein letmeinnow openup opensesame welcome welcomeback welcomehome login signin logon access
  admin administrator adminadmin administration root toor system sysadmin superuser superadmin master manager
  default changeme changethis change secret topsecret private guest user username test testing tester testtest demo
  example sample temp temporary unknown nothing none null blank qwerty qwertyu qwertyuiop qwert azerty asdf asdfg
  asdfgh asdfghjkl zxcv zxcvb zxcvbn zxcvbnm qaz qazwsx wsx qweasd qweasdzxc asdasd qweqwe zaqwsx poiuy lkjhg mnbvcxz
  abc abcd abcde abcdef abcdefg abcabc abcdabcd aaaa aabb xyz xyzxyz iloveyou iloveu ilove ilovemyself loveyou lovely
  love mylove lover loveme sweetheart darling honey baby babygirl babyboy angel princess prince queen king kingking
  sunshine moonlight star stars superstar rainbow flower flowers rose roses lotus tiger lion dragon eagle monkey
  elephant peacock horse panther cobra wolf shadow ghost ninja warrior hunter killer rider racer hero superman
  batman spiderman ironman starwars pokemon naruto matrix harry potter harrypotter michael jordan daniel thomas
  charlie jessica ashley nicole jennifer hannah george robert william andrew joshua matthew football cricket
  basketball baseball hockey tennis soccer liverpool chelsea arsenal barcelona manchester manchesterunited realmadrid
  computer internet google facebook instagram whatsapp youtube twitter windows microsoft apple android samsung nokia
  iphone laptop mobile server network oracle office excel summer winter spring autumn monsoon january february march
  april may june july august september october november december monday tuesday wednesday thursday friday saturday
  sunday freedom liberty peace happy happiness smile cheese chocolate coffee cookie mango banana orange pepper ginger
  money moneymoney rich lucky lakshmi laxmi ganesh ganesha ganpati krishna krishn harekrishna radhakrishna radhe
  radheradhe radhekrishna jaishriram jaishreeram shriram sairam omsairam jaisairam saibaba omnamahshivaya namahshivaya
  mahadev harharmahadev shiva shivshankar shivaji jaishivaji hanuman jaihanuman bajrangbali durga jaimatadi matadi
  swaminarayan waheguru allah bismillah jesus jesuschrist india indian mera bharat bharatmata merabharat
  merabharatmahan jaihind vandemataram hindustan bangalore bengaluru mumbai delhi newdelhi chennai madras kolkata
  calcutta hyderabad pune nagpur ahmedabad surat jaipur lucknow kerala gujarat punjab maharashtra rajasthan tamilnadu
  sachin tendulkar sachintendulkar dhoni msdhoni virat kohli viratkohli rohit rahul amit anil sunil raj rajesh rakesh
  ramesh suresh mahesh dinesh mukesh naresh sanjay vijay ajay deepak manoj vinod ashok arun kumar singh sharma verma
  gupta patel shah reddy khan pooja priya neha divya kavita anita sunita geeta sita rani sonia shweta swati lovely
  family mother father mummy papa mummypapa momdad maa amma appa sister brother bhai bhaiya didi beta friend friends
  friendship bestfriend forever company business office accounts account accounting invoice finance billing society
  secretary treasurer chairman tally trustno trustnoone whatever fuckyou fuckoff asshole bitch sexy hello helloworld
  hellohello hi namaste goodmorning goodluck blessing godisgreat onlyyou mylife myfamily nopassword
  `
    .trim()
    .split(/\s+/),
);
