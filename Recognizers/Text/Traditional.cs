namespace SupportBot.Recognizers.Text;

/// <summary>
/// Reads traditional characters as simplified ones, so that the grammars and vocabularies need only the latter. Our own list: the
/// characters with one simplified form that some word of time, number, money or measure holds.
/// </summary>
internal static class Traditional
{
    // Both in the order of the traditional character, for the search below.
    private const string Forms = "並亞來侖倆個倫側億兌兒內兩冊別則剛劑動勝勞區卻參員問啓啟單噸國圓圖團堅場塊壺夥婦學寧審寬寶將專對屆層島峽師帶幣幫幹幾庫廠廳張彈後"
        + "從復慶戰戶換擔敘數於時曆會東條棟槍樁樂樓樣樹橋機檔檯欄歐歲歷沒滿濟烏爾牀現環畝當疊盞盤盧砲碼禎禮種筆節籃紀約納紐級組絕統絲經綫維"
        + "網緒線緬縣縷續羅聖聯聲職聽脫腳臘臺與舉舊茲華萊萬薩蘇蘭處號裏裡製複親觀計許試誕語說説課諾謝讚豐貞負貨貫貳貴買貼賓贊車軍軸輕輛輩輪"
        + "農這連週進過達還邊釐針銖錢鍋鍵鍾鎊鎮鐘長門開間闆關陣陰陸陽隊階際隻雙韋韓頁頂頃項順預頓頭顆題類餘館馬體鬥魯鮮麥麵點黨齊龍";

    private const string Simple = "并亚来仑俩个伦侧亿兑儿内两册别则刚剂动胜劳区却叁员问启启单吨国圆图团坚场块壶伙妇学宁审宽宝将专对届层岛峡师带币帮干几库厂厅张弹后"
        + "从复庆战户换担叙数于时历会东条栋枪桩乐楼样树桥机档台栏欧岁历没满济乌尔床现环亩当叠盏盘卢炮码祯礼种笔节篮纪约纳纽级组绝统丝经线维"
        + "网绪线缅县缕续罗圣联声职听脱脚腊台与举旧兹华莱万萨苏兰处号里里制复亲观计许试诞语说说课诺谢赞丰贞负货贯贰贵买贴宾赞车军轴轻辆辈轮"
        + "农这连周进过达还边厘针铢钱锅键钟镑镇钟长门开间板关阵阴陆阳队阶际只双韦韩页顶顷项顺预顿头颗题类余馆马体斗鲁鲜麦面点党齐龙";

    public static char Simplified(char c)
    {
        int low = 0, high = Forms.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Forms[middle] < c)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Forms.Length && Forms[low] == c ? Simple[low] : c;
    }
}
