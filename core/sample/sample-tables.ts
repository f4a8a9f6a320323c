// Everybody here is invented: the customers of a dealer in kitchen equipment. One line a record, parts split by |.

/** name | short name (companies) | grade | industry | region | address | source | life cycle | worth | loyalty | phone | WeChat | tags | birthday | needs | preferences */
export const customers = `
青禾里餐饮管理有限公司 | 青禾里 | A | catering | 余杭区 | 浙江省杭州市余杭区文一西路1218号2幢103室 | referral | regular | high | loyal | 0571 8867 3021 | | 连锁、要发票 | | 三家门店统一换节能灶，分两批；要夜里施工，不影响午市。 | 国产品牌，配件好买
瑞林月子中心 | 瑞林 | A | beauty | 余杭区 | 杭州市余杭区良睦路66号 | exhibition | regular | high | loyal | 139 5809 7125 | ruilin-yz | 定期保养 | | 餐具消毒要有检测报告，每季度上门看一次消毒柜。 | 静音，白色外观
滨江软件园员工餐厅 | 软件园餐厅 | A | catering | 滨江区 | 杭州市滨江区江南大道480号B1层 | appointment | regular | high | potential | 136 6651 3908 | | 大单、招标 | | 每天一千二百人用餐，洗碗间要换成长龙式洗碗机。 | 先看样册再谈价
锦绣轩酒家 | 锦绣轩 | A | catering | 拱墅区 | 杭州市拱墅区湖墅南路231号 | referral | regular | high | loyal | 137 5810 2267 | jinxiuxuan | 老客户 | | 二楼排烟不畅，包厢能闻到油烟味，想一次改好。 | 要看现场再报价
余杭第三中学食堂 | 三中食堂 | A | public | 余杭区 | 杭州市余杭区南苑街道学院路9号 | cold | regular | high | loyal | 135 8840 6612 | | 招标 | | 蒸饭车六台，寒暑假保养，采购要走三家比价。 | 按学期付款
西兴街道社区食堂 | 西兴食堂 | A | public | 滨江区 | 杭州市滨江区西兴街道官河路118号 | referral | regular | middle | loyal | 133 9652 7781 | | 保修期内 | | 老人多，打饭台要低，边角要圆。 | 报价要盖章
千岛湖云栖度假村 | 云栖度假村 | A | catering | 淳安县 | 杭州市淳安县千岛湖镇环湖北路300号 | partner | regular | high | loyal | 138 5890 6617 | | 大单 | | 五一旺季前检修全部制冷设备，冷库要能存半个月的货。 | 一次来两个人，当天修好
富阳江鲜馆 | 江鲜馆 | B | catering | 富阳区 | 杭州市富阳区江滨西大道77号 | phone | regular | middle | potential | 138 6806 5519 | | | | 鱼缸制冷机偏小，夏天水温降不下来。 | 旧机要折价
湖墅老灶头 | 老灶头 | B | catering | 拱墅区 | 杭州市拱墅区德胜路45号 | walkIn | regular | middle | loyal | 139 6713 8402 | | 老客户 | | 风机声音大，楼上住户有意见。 | 现金结算
拱宸桥幼儿园 | 拱宸桥幼儿园 | B | training | 拱墅区 | 杭州市拱墅区桥弄街28号 | cold | regular | middle | loyal | 134 5678 2190 | | 定期保养 | | 消毒柜和留样冰箱要每学期校一次温度。 | 周末上门
桐庐溪畔民宿 | 溪畔民宿 | B | catering | 桐庐县 | 杭州市桐庐县富春江镇芦茨村12号 | socialMedia | new | middle | potential | 151 6724 9935 | xipan-fang | 民宿 | | 早餐厨房重做，要好看，客人能看见。 | 颜色老板娘定
绿竹茶餐厅 | 绿竹 | B | catering | 上城区 | 杭州市上城区中山中路301号 | referral | regular | middle | loyal | 137 7746 1058 | | | | 不锈钢台面换两块，现有的接缝渗水。 | 不停业施工
临平万家喜宴 | 万家喜宴 | B | catering | 临平区 | 杭州市临平区迎宾路520号 | walkIn | regular | high | potential | 138 5803 7746 | | 大单 | | 宴会厅要四门双温冷柜三台，三月底看样机。 | 付款爽快，要优先排期
萧山红梅大酒店 | 红梅大酒店 | B | catering | 萧山区 | 杭州市萧山区人民路188号 | appointment | regular | high | atRisk | 139 5716 4470 | | 将到期、要发票 | | 维保合同三月底到期，去年四万八，今年想谈低一点。 | 工程部先看，总经理签字
三墩豆浆大王 | 豆浆大王 | B | catering | 西湖区 | 杭州市西湖区三墩镇古墩路701号 | phone | regular | low | loyal | 136 0651 8827 | | | | 磨浆机两台轮着用，备件要常备。 | 早上四点以后才能接电话
良渚渔家乐 | 渔家乐 | B | catering | 余杭区 | 杭州市余杭区良渚街道古墩路延伸段6号 | cold | regular | low | potential | 137 3548 0192 | | | | 想加一台制冰机，院子里没有下水。 | 怕贵，先租也行
仓前大学城二食堂 | 二食堂 | B | public | 余杭区 | 杭州市余杭区余杭塘路2318号 | searchEngine | dormant | high | atRisk | 135 0681 7743 | | 招标 | | 明年换承包人，现在只修不换。 | 走学校采购平台
阿婆弄堂小吃 | 阿婆小吃 | C | catering | 上城区 | 杭州市上城区大井巷19号 | walkIn | new | low | potential | 137 5894 6120 | | | | 小冷柜一台，放得进弄堂口的那种。 | 要安静
老张碗碗香面馆 | 碗碗香 | C | catering | 临平区 | 杭州市临平区南大街88号 | walkIn | new | low | potential | 136 5884 7209 | | 样板 | | 煮面炉六头改八头，中午排队。 | 先用后付一半
解家烘焙工坊 | 解家烘焙 | C | retail | 钱塘区 | 杭州市钱塘区学林街640号 | online | new | middle | potential | 157 6833 2094 | xiejia-bake | 烘焙 | | 二手发酵箱坏了，想换新的，看过两家。 | 看重温度准不准
张伟 | | A | catering | 西湖区 | 杭州市西湖区龙坞茶镇慈母桥村30号 | referral | regular | middle | loyal | 158 6814 0926 | zhangwei-longwu | 民宿 | 1984-03-05 | 民宿后厨年保，想再添一台制冰机。 | 下午联系
单志远 | | B | other | 西湖区 | 杭州市西湖区文三路199号 | walkIn | regular | low | loyal | 186 5811 3047 | shanzy | | 1962-11-23 | 家里换集成灶，介绍过三位朋友。 | 爱喝龙井，电话里多聊两句
章婉清 | | B | retail | 西湖区 | 杭州市西湖区翠苑三区15幢 | socialMedia | new | middle | loyal | 187 6719 2204 | wanqing-cake | 烘焙 | lunar:1990-08-15 | 私房烘焙，要一台控温准的风炉烤箱。 | 微信联系，不打电话
查继红 | | B | other | 上城区 | 杭州市上城区采荷路66号 | walkIn | new | low | potential | 152 5883 6691 | | | --06-18 | 厨房翻新，油烟机和灶一起买。 | 先生拿主意
欧阳慧 | | B | training | 余杭区 | 杭州市余杭区五常大道158号 | referral | regular | middle | loyal | 188 5710 3358 | ouyanghui | 烘焙 | lunar:1988-05-05 | 烘焙教室要六个工位，分两次上。 | 周三没课
区少强 | | B | catering | 滨江区 | 杭州市滨江区长河路351号 | walkIn | dormant | low | potential | 159 6882 7430 | | | 1971-12-02 | 退休前开过茶餐厅，儿子回来再定要不要重开。 | 讲粤语更亲切
张文华 | | B | catering | 西湖区 | 杭州市西湖区转塘街道象山路12号 | referral | new | middle | potential | 139 6826 5174 | | | 1993-07-30 | 单志远介绍，新开小酒馆，后厨十二平方。 | 预算六万以内
仇海燕 | | C | beauty | 萧山区 | 杭州市萧山区金城路471号 | promotion | prospect | low | potential | 150 6718 4462 | | | | 美容院员工餐的小厨房，电的，不开明火。 | 要先看效果图
尉迟敏 | | C | training | 钱塘区 | 杭州市钱塘区二号大街928号 | exhibition | prospect | middle | potential | 153 8819 5537 | | | lunar:--12-08 | 职校烹饪实训室，十二个工位，等预算批下来。 | 邮件发资料
曾国富 | | D | manufacturing | 临安区 | 杭州市临安区锦城街道钱王大街855号 | cold | lost | low | potential | 131 8674 2259 | | | | 厂里食堂包出去了，暂时用不着。 | 年底再问一次`

/** customer's short name or name | name | title | role | decides | phone | birthday | what to know */
export const contacts = `
青禾里 | 陈国梁 | 总经理 | decisionMaker | 1 | 138 5712 0463 | lunar:1976-08-15 | 说话直，喜欢先听价钱
青禾里 | 阮静 | 采购 | buyer | 0 | 137 5713 8846 | | 先看价再报陈总
青禾里 | 万志明 | 厨师长 | user | 0 | 132 6714 0958 | | 灶火要猛
瑞林 | 顾雪琴 | 主任 | decisionMaker | 1 | 139 5809 7125 | 1979-04-21 | 重视检测报告
软件园餐厅 | 何建锋 | 餐饮经理 | decisionMaker | 1 | 136 6651 3908 | --03-14 | 喜欢手写卡
软件园餐厅 | 乐小英 | 洗碗间领班 | user | 0 | 158 5817 3340 | |
锦绣轩 | 罗秀英 | 老板 | decisionMaker | 1 | 137 5810 2267 | lunar:1970-01-21 | 去年送过龙井，很喜欢
锦绣轩 | 覃师傅 | 行政总厨 | influencer | 0 | 135 8816 9023 | | 用惯了老牌灶
三中食堂 | 沈卫东 | 总务主任 | decisionMaker | 1 | 135 8840 6612 | | 寒暑假才有空
西兴食堂 | 俞金花 | 主任 | decisionMaker | 1 | 133 9652 7781 | |
西兴食堂 | 仉婉仪 | 会计 | gatekeeper | 0 | 137 3582 6610 | | 发票要写全称
云栖度假村 | 唐文静 | 行政总监 | decisionMaker | 1 | 138 5890 6617 | 1983-09-09 |
云栖度假村 | 盖永年 | 工程部 | user | 0 | 159 6811 2275 | |
江鲜馆 | 孙德海 | 老板 | decisionMaker | 1 | 138 6806 5519 | |
老灶头 | 胡阿根 | 老板 | decisionMaker | 1 | 139 6713 8402 | lunar:1965-10-03 |
拱宸桥幼儿园 | 蒋红梅 | 后勤园长 | decisionMaker | 1 | 134 5678 2190 | |
溪畔民宿 | 方晓岚 | 老板娘 | decisionMaker | 1 | 151 6724 9935 | 1991-05-20 | 颜色要她点头
绿竹 | 梁焕仪 | 店长 | decisionMaker | 1 | 137 7746 1058 | |
万家喜宴 | 许根法 | 老板 | decisionMaker | 1 | 138 5803 7746 | |
红梅大酒店 | 金国富 | 总经理 | decisionMaker | 1 | 139 5716 4470 | |
红梅大酒店 | 张炜 | 工程部主管 | user | 0 | 135 8817 3406 | | 维修单找他签
豆浆大王 | 应小军 | 老板 | decisionMaker | 1 | 136 0651 8827 | |
渔家乐 | 徐水根 | 老板 | decisionMaker | 1 | 137 3548 0192 | |
二食堂 | 韩雪峰 | 承包人 | decisionMaker | 1 | 135 0681 7743 | |
阿婆小吃 | 童阿妹 | 老板 | decisionMaker | 1 | 137 5894 6120 | lunar:1958-03-03 |
碗碗香 | 张桂兰 | 老板娘 | decisionMaker | 1 | 136 5884 7209 | |
解家烘焙 | 解晓东 | 店主 | decisionMaker | 1 | 157 6833 2094 | |`

/** customer | how many visits in two years | days since the latest | its channel | its result | what was said */
export const visits = `
青禾里 | 14 | 42 | phone | progress | 陈总说西溪店开业头一周客流好，新灶台火力够；蒸柜门封有点漏汽，答应年后派人去看。三月底想谈文一店换洗碗机。
瑞林 | 10 | 38 | onSite | undecided | 顾主任要消毒柜检测报告，回来已经发到邮箱，等她看过再定下一季的保养。
软件园餐厅 | 11 | 34 | onSite | progress | 何经理看了样册，嫌报价高百分之八，说洗碗间尺寸要重新量一次。
锦绣轩 | 12 | 33 | onSite | progress | 罗总带看二楼包厢，油烟确实重，要总厨在的时候再来看一次现场。
三中食堂 | 9 | 32 | onSite | won | 六台蒸饭车装好，当天试蒸两锅，沈老师在食堂说米饭软硬正好。
西兴食堂 | 8 | 35 | phone | progress | 俞主任问年度保养怎么收费，报价单要盖章再送一份。
云栖度假村 | 12 | 36 | phone | undecided | 唐总监说五一旺季前要检修全部制冷，先出一份清单和日期。
江鲜馆 | 7 | 81 | phone | undecided | 鱼缸制冷机想换大一号，问旧机能折多少，答应不低于八百。
老灶头 | 9 | 5 | onSite | progress | 风机换了叶轮和减振垫，声音小多了，胡老板说过几天再看看楼上怎么讲。
拱宸桥幼儿园 | 8 | 67 | onSite | won | 留样冰箱校了温度，贴了记录卡，蒋园长让下学期开学再来。
溪畔民宿 | 5 | 53 | video | progress | 视频里看了厨房改造图，岛台位置定了，柜门颜色老板娘还没拿主意。
绿竹 | 7 | 49 | inShop | progress | 梁店长来店里挑台面，厚度定一点二，要先送两块小样。
万家喜宴 | 8 | 62 | onSite | undecided | 看了宴会厅的位置，三台冷柜放得下，许老板想三月底先看样机。
红梅大酒店 | 10 | 76 | onSite | undecided | 金总说别家报三万九，要我们也写一份明细，工程部张炜先看。
豆浆大王 | 6 | 0 | phone | progress | 应老板说磨浆机正常，约好十二号送两套皮带和滤网。
渔家乐 | 5 | 72 | onSite | undecided | 制冰机想放院子，没有下水，量了到厨房的距离，要铺十二米管。
二食堂 | 6 | 88 | phone | nobody | 韩老板在外地，食堂的人说明年要换承包人，先维修着用。
阿婆小吃 | 2 | 7 | onSite | won | 冰柜装好，插座换了带漏电保护的，阿婆问声音大不大，说过一周再听听。
碗碗香 | 3 | 20 | inShop | progress | 老板娘来看八头煮面炉，问能不能先付一半，月底给准信。
解家烘焙 | 2 | 11 | wechat | undecided | 发了发酵箱的温度曲线，说比旧的稳，还要再看一家。
张伟 | 11 | 31 | phone | progress | 说民宿周末满房，要添一台制冰机，年保三月八号到期，想连着谈两年。
单志远 | 8 | 74 | inShop | progress | 来店里坐了坐，夸集成灶好用，介绍张文华开酒馆，泡的龙井他很喜欢。
章婉清 | 6 | 46 | wechat | won | 风炉烤箱到货，第一炉戚风成功，发了照片，说控温准。
查继红 | 3 | 41 | inShop | undecided | 和先生一起看油烟机，先生嫌进深大，要回去量橱柜。
欧阳慧 | 7 | 0 | wechat | progress | 发来学员成品照片，谢谢她，第二批三个工位等暑假前再上。
区少强 | 4 | 92 | phone | undecided | 儿子下半年才回来，到时候再定要不要重开，聊了一会儿老家的茶楼。
张文华 | 4 | 13 | onSite | progress | 看了后厨十二平方的图，双头灶加小冷柜放得下，预算六万以内。
仇海燕 | 2 | 27 | event | undecided | 展会上聊过，员工餐小厨房只能用电，要先看效果图。
尉迟敏 | 2 | 55 | email | undecided | 发了实训室十二工位的方案，学校预算四月才批。
曾国富 | 2 | 160 | phone | refused | 食堂包给外面了，暂时用不着，年底再问一次。`

/** customer | due in so many days | time | kind | title */
export const followUps = `
青禾里 | -3 | | call | 问西溪店新灶台用得怎样
瑞林 | -2 | | survey | 第一季度满意度回访
软件园餐厅 | 0 | 09:30 | appointment | 上门量洗碗间尺寸，带样册
锦绣轩 | 0 | 14:00 | appointment | 看二楼排烟改造现场，罗总与行政总厨都在
张伟 | 0 | 16:30 | renewal | 年保到期，谈续两年
三中食堂 | 0 | | afterSales | 开学第一周，问六台蒸饭车运行
单志远 | 0 | | thanks | 介绍的张文华已看过现场，道谢并回个音
西兴食堂 | 1 | 10:00 | appointment | 送盖章的年度保养报价
阿婆小吃 | 1 | | afterSales | 冰柜装好一周，问声音大不大
江鲜馆 | 2 | | call | 鱼缸制冷机换大一号，报旧机折价
老灶头 | 2 | | complaint | 风机修好后回访，问楼上住户是否满意
溪畔民宿 | 3 | 15:00 | appointment | 视频看厨房改造图，定柜门颜色
绿竹 | 4 | | call | 送不锈钢台面小样两块
碗碗香 | 6 | | call | 问煮面炉定了没有
万家喜宴 | 7 | 09:00 | appointment | 看四门冷柜样机
章婉清 | 7 | | call | 开店三周年，送手写卡
红梅大酒店 | 7 | 10:30 | renewal | 维保合同到期，带明细去谈
查继红 | 10 | | call | 问橱柜量好没有
豆浆大王 | 10 | | appointment | 送皮带和滤网
欧阳慧 | 10 | | call | 问暑假前的三个工位
解家烘焙 | 12 | | call | 问发酵箱比较得怎样
张文华 | 5 | | appointment | 送酒馆后厨的平面图和报价
渔家乐 | 16 | | call | 报十二米下水管的价
云栖度假村 | 15 | | appointment | 送五一前检修清单
尉迟敏 | 40 | | call | 问实训室预算批了没有
豆浆大王 | today | 08:41 | call | 问磨浆机运行 | 约好十二号送两套皮带和滤网
欧阳慧 | today | 08:26 | call | 谢她发来成品照片 | 第二批等暑假前再上
万家喜宴 | today | 08:10 | other | 报价单发出去 | 已发许老板微信`

/** What visits before the latest were about: channel | purpose | result | text */
export const earlierVisits = `
inShop | learn | undecided | 第一次来店，看了灶具和冷柜，留了电话，说先比较比较。
onSite | learn | progress | 第一次上门，认了门，看了后厨，水电位置都拍了照。
onSite | demo | progress | 量了后厨尺寸，灶台只能做两米四，回来出平面图。
inShop | demo | progress | 看样机，担心噪声，当场开了十分钟，说比想的小。
phone | close | undecided | 报价收到了，觉得偏高，要和家里人商量。
phone | secondMeeting | progress | 约好下周三上门，把配置表一项一项过一遍。
onSite | close | progress | 嫌比城北那家贵百分之六，答应两年内上门不收费，点头了。
onSite | close | won | 合同签了，首付三成，下月初进场。
onSite | care | progress | 设备进场，装了一天半，试机正常，教了两位师傅怎么清洗。
phone | care | progress | 装好一周，电话里说顺手，就是台面边角有一处毛刺，下次带砂纸去。
onSite | care | progress | 带人去修了毛刺，顺手把风门调小一格，省气。
phone | care | progress | 月度回访，一切正常，问能不能多给两把清洁刷。
wechat | care | progress | 发了清洗视频，回说厨房的小伙子都看了。
onSite | complaint | progress | 反映点火慢，换了点火针，没有收费，当场试了十次。
phone | complaint | progress | 昨天修的点火针用着好，没有再出问题。
onSite | care | progress | 年度保养做完，换了两根密封条，炉头清了积碳，对方签字。
phone | care | undecided | 问隔壁新开的店是不是也用我们的，说想去看看。
wechat | care | progress | 中秋发了问候，回说月饼收到了，大家都爱吃。
wechat | other | progress | 转来一位朋友的电话，也想开店，让我们直接联系。
inShop | other | progress | 路过进来坐坐，喝了茶，聊到明年想再开一家。
phone | close | progress | 尾款开了票，财务说十五天内付。
phone | other | won | 尾款到账，道谢，对方说以后配件还找我们。
onSite | demo | undecided | 带新款节能灶的资料去，算了一笔账，每天省气四十元左右。
phone | demo | nobody | 打了两次没人接，发了微信说改天再联系。
wechat | demo | undecided | 发了案例照片，回了个大拇指，没有多说。
onSite | care | progress | 夏天前检查冷柜，冷凝器灰厚，吹干净了，温度降了三度。
phone | care | progress | 问冰柜电费，按一天八度算给他听，说比旧的省。
onSite | complaint | progress | 洗碗机出水口堵，拆开清了滤网，教了每晚怎么冲。
phone | care | progress | 春节前拜年，问了节后开工日期，初八开门。
onSite | care | progress | 节后开工，陪着把设备都开了一遍，皮带紧了两条。`
